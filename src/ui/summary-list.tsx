import type { Content } from './content.ts'

export type SummaryRow = {
  key: Content
  value: Content
  /** `hidden` completes the link for those who hear it out of context ("Change" + " contact number"). */
  action?: { href: string; text: Content; hidden?: string }
}

/** What was given, key by key, with a way to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="nhsuk-summary-list">
      {rows.map((row) => (
        <div class="nhsuk-summary-list__row">
          <dt class="nhsuk-summary-list__key">{row.key}</dt>
          <dd class="nhsuk-summary-list__value">{row.value}</dd>
          {row.action && (
            <dd class="nhsuk-summary-list__actions">
              <a href={row.action.href}>
                {row.action.text}
                {row.action.hidden && <span class="sv-hidden"> {row.action.hidden}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Small facts in two columns. Unknown is a sentence ("nobody yet"), never 0 or a dash. */
export function Facts({ rows }: { rows: readonly (readonly [key: Content, value: Content])[] }) {
  return (
    <dl class="sv-facts">
      {rows.map(([key, value]) => (
        <>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}
