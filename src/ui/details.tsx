import type { Content } from './content.ts'

/** More, for those who want it. An `id` keeps it open when the page is renewed under the reader. */
export function Details({
  summary,
  open,
  id,
  children,
}: {
  summary: Content
  open?: boolean
  id?: string
  children?: Content
}) {
  return (
    <details class="nhsuk-details" open={open} id={id}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  )
}
