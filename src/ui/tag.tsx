import { classes, type Content } from './content.ts'
import { Icon, type IconName } from './icon.tsx'

export type TagKind = 'plain' | 'professional' | 'lived' | 'alarm' | 'caution' | 'good' | 'hand' | 'drill' | 'quiet'

/** A state: icon and word, then colour. Never colour alone. */
export function Tag({ kind = 'plain', icon, children }: { kind?: TagKind; icon: IconName; children?: Content }) {
  return (
    <span class={classes('sv-tag', kind !== 'plain' && `sv-tag--${kind}`)}>
      <Icon name={icon} /> <span>{children}</span>
    </span>
  )
}

export type IncidentStateName = 'suspected' | 'probable' | 'confirmed' | 'dismissed' | 'closed'

const incidentKinds: Record<IncidentStateName, TagKind> = {
  suspected: 'plain',
  probable: 'hand',
  confirmed: 'alarm',
  dismissed: 'quiet',
  closed: 'quiet',
}

/** The diamond: hollow, half, full. `text` is the word, with the confidence if it belongs there ("Probable, 0.86"). */
export function IncidentState({ state, text }: { state: IncidentStateName; text: Content }) {
  return (
    <Tag kind={incidentKinds[state]} icon={state}>
      {text}
    </Tag>
  )
}

export type SourceStateName = 'live' | 'slow' | 'blind' | 'off'

const sourceKinds: Record<SourceStateName, TagKind> = { live: 'good', slow: 'caution', blind: 'alarm', off: 'quiet' }

/** Full dot, half dot, struck square. `text`: "Live", "Slow, 6 min behind", "Blind since 14:41". */
export function SourceState({ state, text }: { state: SourceStateName; text: Content }) {
  return (
    <Tag kind={sourceKinds[state]} icon={state === 'off' ? 'closed' : state}>
      {text}
    </Tag>
  )
}
