import { classes, type Content } from './content.ts'
import { Icon, type IconName } from './icon.tsx'

export type NoticeProps = {
  /** `hand` waits for the reader; `caution` is less than sure; `alarm` is a life, a blind source, an error; `good` is done. */
  kind?: 'plain' | 'hand' | 'caution' | 'alarm' | 'good'
  title?: Content
  icon?: IconName
  id?: string
  /** `status` is read out when free, `alert` at once. Only for what has just happened. */
  role?: 'status' | 'alert'
  headingLevel?: 2 | 3
  children?: Content
}

/** A tinted block with something to know. */
export function Notice({ kind = 'plain', headingLevel = 2, ...props }: NoticeProps) {
  const Heading = headingLevel === 3 ? 'h3' : 'h2'
  return (
    <div class={classes('sv-note', kind !== 'plain' && `sv-note--${kind}`)} role={props.role} id={props.id}>
      {props.title && (
        <Heading class="sv-note__title">
          {props.icon && <Icon name={props.icon} lead />}
          {props.title}
        </Heading>
      )}
      {props.children}
    </div>
  )
}

/** Set apart from the text, without colour. */
export function InsetText({ children }: { children?: Content }) {
  return <div class="nhsuk-inset-text">{children}</div>
}

/** Something that must not be overread. `prefix` ("Important:") is read out before the title. */
export function WarningCallout(props: { title: Content; prefix?: string; headingLevel?: 2 | 3; children?: Content }) {
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <div class="nhsuk-warning-callout">
      <Heading class="nhsuk-warning-callout__label">
        <Icon name="warn" lead />
        {props.prefix && <span class="sv-hidden">{props.prefix} </span>}
        {props.title}
      </Heading>
      {props.children}
    </div>
  )
}

/** What was just done, with the way back. `children` is a `PostForm` with a quiet button, or a link. */
export function Undo({ text, children }: { text: Content; children?: Content }) {
  return (
    <div class="sv-undo" role="status">
      <span>{text}</span>
      {children}
    </div>
  )
}
