import type { Content } from './content.ts'
import { Icon } from './icon.tsx'

export type EmergencyCardProps = {
  /** Heading's id, if the page has more than one. */
  id?: string
  title: Content
  /** "Immediate action required:", read out before the title. */
  prefix?: string
  lead?: Content
  /** Red flags, in plain words. */
  signs?: readonly Content[]
  call: { href: string; text: Content }
  children?: Content
  headingLevel?: 2 | 3
}

/** First on a page, before filters and results. */
export function EmergencyCard({ id = 'emergency', ...props }: EmergencyCardProps) {
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <section class="sv-redflag" aria-labelledby={id}>
      <Heading class="sv-redflag__title" id={id}>
        {props.prefix && <span class="sv-hidden">{props.prefix} </span>}
        {props.title}
      </Heading>
      <div class="sv-redflag__body">
        {props.lead && <p>{props.lead}</p>}
        {props.signs && props.signs.length > 0 && (
          <ul>
            {props.signs.map((sign) => (
              <li>{sign}</li>
            ))}
          </ul>
        )}
        {props.children}
        <p>
          <a class="sv-call" href={props.call.href}>
            <Icon name="phone" lead />
            {props.call.text}
          </a>
        </p>
      </div>
    </section>
  )
}
