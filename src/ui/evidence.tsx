import { classes, type Content } from './content.ts'
import { Icon } from './icon.tsx'

export type EvidenceItemProps = {
  /** Stable, so that a renewed list keeps its place. */
  id?: string
  /** Moment of the post, ISO 8601. */
  at: string
  /** As shown ("14:53:10"). */
  time: Content
  /** The post's own words. Hostile until proven otherwise: escaped. */
  text: string
  /** Language of the post, if known. */
  lang?: string
  /** `counted`, `copy` (not counted) or `against` (says otherwise). */
  weight: 'counted' | 'not' | 'against'
  /** "Counted", "Counted as newsroom", "Not counted", "Says otherwise". */
  verdict: Content
  /** Network and why: "Bluesky · saw it, names the place, photo". */
  why: Content
  /** Just arrived: glows once where motion is welcome. */
  arrived?: boolean
}

/** One post and why it counted, or not. */
export function EvidenceItem(props: EvidenceItemProps) {
  return (
    <li
      id={props.id}
      class={classes(
        props.weight === 'not' && 'is-not',
        props.weight === 'against' && 'is-against',
        props.arrived && 'has-arrived',
      )}
    >
      <time datetime={props.at}>{props.time}</time>
      <div>
        <q lang={props.lang}>{props.text}</q>
        <span class="ev__why">
          {props.weight === 'not' ? (
            props.verdict
          ) : (
            <b>
              {props.weight === 'against' && <Icon name="warn" />} {props.verdict}
            </b>
          )}
          {' · '}
          {props.why}
        </span>
      </div>
    </li>
  )
}

/** The posts of an incident; children are `EvidenceItem`s. */
export function EvidenceList({ children, label }: { children?: Content; label?: string }) {
  return (
    <ol class="ev" aria-label={label}>
      {children}
    </ol>
  )
}
