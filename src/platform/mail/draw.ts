/** What a message says, in words already chosen for its reader. Drawn as plain text and as HTML with the same content. */
export interface MailContent {
  locale: string
  subject: string
  /** Shown as a coloured band in HTML and in capitals in text, for drills. */
  band?: string
  paragraphs: string[]
  actions?: { label: string; url: string }[]
  footer: string
}

export function drawMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: oneLine(content.subject), text: drawText(content), html: drawHtml(content) }
}

function drawText({ band, paragraphs, actions = [], footer }: MailContent): string {
  return [
    ...(band ? [`*** ${band.toUpperCase()} ***`] : []),
    ...paragraphs,
    ...actions.map((action) => `${action.label}:\n${action.url}`),
    `-- \n${footer}`,
  ].join('\n\n')
}

// E-mail programs read inline styles only; these pages of HTML are never served by Salve itself.
function drawHtml({ locale, subject, band, paragraphs, actions = [], footer }: MailContent): string {
  const body =
    'font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif;color:#14211f;background:#faf8f4;margin:0;padding:24px'
  const button =
    'display:inline-block;padding:14px 20px;margin:0 8px 12px 0;background:#0b4f5c;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:600'
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="${body}">`,
    ...(band
      ? [`<p style="background:#4037a3;color:#ffffff;padding:8px 12px;font-weight:700">${escapeHtml(band)}</p>`]
      : []),
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...actions.map(
      ({ label, url }) => `<p><a href="${escapeHtml(url)}" style="${button}">${escapeHtml(label)}</a></p>`,
    ),
    `<p style="color:#4a5753;font-size:14px;border-top:1px solid #ddd8cd;padding-top:12px">${escapeHtml(footer)}</p></body></html>`,
  ].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
