import type { Content } from './content.ts'

/** Every list has one: what will appear here, and how to make it so (`children`, often a link). */
export function EmptyState(props: { title: Content; headingLevel?: 2 | 3 | 4; children?: Content }) {
  const Heading = `h${props.headingLevel ?? 3}` as 'h3'
  return (
    <div class="sv-empty">
      <Heading>{props.title}</Heading>
      <div>{props.children}</div>
    </div>
  )
}
