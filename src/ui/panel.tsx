import type { Content } from './content.ts'

/** A panel with a title and, opposite, a line about it. `flush`: the content reaches the edges (lists, figures). */
export function Panel(props: {
  id: string
  title: Content
  aside?: Content
  flush?: boolean
  headingLevel?: 2 | 3
  children?: Content
}) {
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <section class="sv-panel" aria-labelledby={props.id}>
      <div class="sv-panel__head">
        <Heading id={props.id}>{props.title}</Heading>
        {props.aside && <span class="sv-meta">{props.aside}</span>}
      </div>
      {props.flush ? props.children : <div class="sv-panel__body">{props.children}</div>}
    </section>
  )
}

/** A thing among things: a line, no shadow. */
export function Card({ children }: { children?: Content }) {
  return <div class="sv-card">{children}</div>
}

/** Lines, not cards. */
export function List({ items, ordered }: { items: readonly Content[]; ordered?: boolean }) {
  const Element = ordered ? 'ol' : 'ul'
  return (
    <Element class="sv-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </Element>
  )
}

export type UnitFigure = {
  /** What, and when it was said: "Emergency bays free, 15:05". */
  label: Content
  /** The number, or a `Tag` that says it is not told yet. */
  value: Content
  /** "of 22" */
  of?: Content
}

/** Unit status: number, unit, when. Lies in a `Panel flush`. */
export function UnitFigures({ figures }: { figures: readonly UnitFigure[] }) {
  return (
    <dl class="units">
      {figures.map((figure) => (
        <div>
          <dt>{figure.label}</dt>
          <dd>
            {figure.value} {figure.of && <small>{figure.of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
