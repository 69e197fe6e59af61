import type { Content } from './content.ts'

export type PaginationProps = {
  /** The name of the navigation ("Pages"). */
  label: string
  previous?: { href: string; text: Content; title?: Content }
  next?: { href: string; text: Content; title?: Content }
  /** "Page 2 of 7" */
  position?: Content
}

/** Previous and next; draws nothing when there is one page. */
export function Pagination({ label, previous, next, position }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav class="nhsuk-pagination" aria-label={label}>
      <ul class="nhsuk-pagination__list">
        <li class="nhsuk-pagination-item--previous">
          {previous && (
            <a class="nhsuk-pagination__link" href={previous.href} rel="prev">
              <span aria-hidden="true">← </span>
              {previous.text}
              {previous.title && <span class="nhsuk-pagination__page">{previous.title}</span>}
            </a>
          )}
        </li>
        {position && <li class="sv-meta">{position}</li>}
        <li class="nhsuk-pagination-item--next">
          {next && (
            <a class="nhsuk-pagination__link" href={next.href} rel="next">
              {next.text}
              <span aria-hidden="true"> →</span>
              {next.title && <span class="nhsuk-pagination__page">{next.title}</span>}
            </a>
          )}
        </li>
      </ul>
    </nav>
  )
}
