import { classes, type Content } from './content.ts'
import { Icon } from './icon.tsx'

export type RoleStepProps = {
  id: string
  text: Content
  done?: boolean
  late?: boolean
  /** "target 15:11, in 4 min"; done: "14:57 by Amal, target 14:58"; late: "2 min late, target 15:04". */
  detail: Content
  /** Where a tick posts. Without it the step can only be read, and `stateText` says its state. */
  action?: string
  /** Hidden fields of the post. */
  hidden?: Record<string, string>
  /** "done" or "not done", read out when the step can only be read. */
  stateText?: string
}

/** One step of a role sheet. Ticked by one tap, with or without scripts. Stands in a `TaskList`. */
export function RoleStep(props: RoleStepProps) {
  const box = (
    <span class="step__box">
      <Icon name="check" />
    </span>
  )
  return (
    <li class={classes('step', props.done && 'is-done', props.late && 'is-late')} id={props.id}>
      {props.action ? (
        <form method="post" action={props.action}>
          <input type="hidden" name="done" value={props.done ? 'no' : 'yes'} />
          {Object.entries(props.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button
            class="step__tick"
            type="submit"
            role="checkbox"
            id={`${props.id}-tick`}
            aria-checked={props.done ? 'true' : 'false'}
            aria-describedby={`${props.id}-detail`}
          >
            {box}
            <span class="step__text">{props.text}</span>
          </button>
        </form>
      ) : (
        <p class="step__tick">
          {box}
          <span class="step__text">
            {props.text}
            {props.stateText && <span class="sv-hidden">, {props.stateText}</span>}
          </span>
        </p>
      )}
      <small id={`${props.id}-detail`}>{props.detail}</small>
    </li>
  )
}

/** The steps of one role: who has it, and `RoleStep`s. Lay several in `<div class="rd-roles">`. */
export function TaskList(props: { title: Content; who?: Content; headingLevel?: 2 | 3; children?: Content }) {
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div class="rd-role">
      <Heading>{props.title}</Heading>
      {props.who && <p class="sv-meta">{props.who}</p>}
      <ul>{props.children}</ul>
    </div>
  )
}
