import { classes, type Content } from './content.ts'
import { Icon } from './icon.tsx'
import { IncidentState, type IncidentStateName, type SourceStateName } from './tag.tsx'

/** The watch board's frame. The page's body has `class="is-staff is-board"` (and `is-drill`). Each slot is one of the components below or plain markup. */
export function Board(props: {
  top: Content
  list: Content
  head: Content
  act: Content
  body: Content
  sources: Content
}) {
  return (
    <div class="wb">
      {props.top}
      {props.list}
      {props.head}
      {props.act}
      {props.body}
      {props.sources}
    </div>
  )
}

export type BoardTopProps = {
  place: Content
  /** "Watch · within 25 km" */
  line: Content
  /** `PostureLadder board`. */
  posture: Content
  /** Who set it, until when. */
  until: Content
  /** The `AlarmSound`. */
  sound?: Content
  /** The `Clock`. */
  clock: Content
  /** Phones only: "1 of 6 sources is blind since 14:41". */
  blind?: Content
  href?: string
}

export function BoardTop(props: BoardTopProps) {
  return (
    <header class="wb-top">
      <p class="wb-top__place">
        <b>{props.href ? <a href={props.href}>{props.place}</a> : props.place}</b>
        <span>{props.line}</span>
      </p>
      {props.posture}
      <p class="wb-top__until">{props.until}</p>
      {props.sound}
      {props.clock}
      {props.blind && (
        <p class="wb-blind">
          <Icon name="blind" /> {props.blind}
        </p>
      )}
    </header>
  )
}

/** A small heading with a line opposite. */
export function BoardCaption(props: { text: Content; aside?: Content; level?: 2 | 3; id?: string }) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <Heading class="wb-cap" id={props.id}>
      <span>{props.text}</span>
      {props.aside && <span>{props.aside}</span>}
    </Heading>
  )
}

/** The list on the left. Children are captions and `IncidentLink`s. */
export function IncidentList({ label, children }: { label: string; children?: Content }) {
  return (
    <nav class="wb-list" aria-label={label} tabindex={0}>
      {children}
    </nav>
  )
}

export type IncidentLinkProps = {
  id?: string
  href: string
  current?: boolean
  state: IncidentStateName
  /** The state in words. */
  stateText: Content
  at: string
  /** "5 min ago" */
  ago: Content
  title: Content
  /** "3.2 km · 9 min" */
  distance?: Content
  /** "5 people, 1 newsroom" */
  corroboration?: Content
  /** A `Sparkline`. */
  spark?: Content
  /** Dismissed or closed: drawn small. */
  settled?: boolean
  arrived?: boolean
}

export function IncidentLink(props: IncidentLinkProps) {
  return (
    <a
      class={classes('inc', props.settled && 'inc--off', props.arrived && 'has-arrived')}
      id={props.id}
      href={props.href}
      aria-current={props.current ? 'true' : undefined}
    >
      <span class="inc__line">
        <IncidentState state={props.state} text={props.stateText} />
        <time datetime={props.at}>{props.ago}</time>
      </span>
      <span class="inc__title">{props.title}</span>
      {(props.distance || props.corroboration) && (
        <span class="inc__line">
          <span>{props.distance}</span>
          <span>{props.corroboration}</span>
        </span>
      )}
      {props.spark}
    </a>
  )
}

export type BoardFigure = { label: Content; value: Content; none?: boolean }

/** Figures under the incident's name. `none`: the value is a sentence ("nobody yet"). */
export function BoardFigures({ figures }: { figures: readonly BoardFigure[] }) {
  return (
    <dl class="wb-facts">
      {figures.map((figure) => (
        <div>
          <dt>{figure.label}</dt>
          <dd class={figure.none ? 'is-none' : undefined}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type StripSource = { name: Content; state: SourceStateName; text: Content; href?: string }

/** Every source and its state, at the foot of the board. A blind one is a filled red label. */
export function SourceStrip({ title, sources }: { title: Content; sources: readonly StripSource[] }) {
  return (
    <footer class="wb-src">
      <h2>{title}</h2>
      <ul>
        {sources.map((source) => (
          <li class={`is-${source.state}`}>
            <Icon name={source.state === 'off' ? 'closed' : source.state} />{' '}
            {source.href ? (
              <a href={source.href}>
                <b>{source.name}</b>
              </a>
            ) : (
              <b>{source.name}</b>
            )}{' '}
            {source.text}
          </li>
        ))}
      </ul>
    </footer>
  )
}
