import type { Content } from './content.ts'

export type ErrorSummaryProps = {
  /** "There is a problem" */
  title: Content
  /** The field's id, and what to do. Without a field the message has no link. */
  errors: readonly { field?: string; text: Content }[]
}

/** First in `<main>` of a page that answers 422. Takes the focus by itself. Draws nothing without errors. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="nhsuk-error-summary" id="error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{title}</h2>
        <div class="nhsuk-error-summary__body">
          <ul class="nhsuk-list nhsuk-error-summary__list">
            {errors.map((error) => (
              <li>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : error.text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
