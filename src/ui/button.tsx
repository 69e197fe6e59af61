import { classes, type Content } from './content.ts'
import { Icon, type IconName } from './icon.tsx'

/** `main`: go on, one a block. `hand`: calls or answers people. `plain`: the rest. `quiet`: a button that reads as a link. */
export type ButtonKind = 'main' | 'hand' | 'plain' | 'quiet'

export type ButtonProps = {
  kind?: ButtonKind
  icon?: IconName
  /** With an address it is a link that looks like a button. */
  href?: string
  type?: 'submit' | 'button'
  name?: string
  value?: string
  id?: string
  /** The form that it belongs to, when it stands outside. */
  form?: string
  /** Posts the same form elsewhere. */
  formaction?: string
  /** Sends without asking the browser to validate: for *cancel*, *back*, *save a draft*. */
  formnovalidate?: boolean
  disabled?: boolean
  wide?: boolean
  big?: boolean
  /** Only an icon: give `label` for its name. */
  square?: boolean
  label?: string
  /** Under an act stands what it does, whom it reaches, when it undoes itself. With an `id` it also describes the button. */
  consequence?: Content
  /** Opens or closes a native popover or dialog. */
  popovertarget?: string
  class?: string
  children?: Content
}

function buttonClass(props: ButtonProps) {
  const kind = props.kind ?? 'main'
  return classes(
    'sv-button',
    `sv-button--${kind}`,
    props.wide && 'sv-button--wide',
    props.big && 'sv-button--big',
    props.square && 'sv-button--square',
    props.class,
  )
}

/** A button, or a link that looks like one, with its consequence under it when it has one. */
export function Button(props: ButtonProps) {
  const consequenceId = props.consequence && props.id ? `${props.id}-does` : undefined
  const inside = (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.icon && !props.square ? <span>{props.children}</span> : props.children}
    </>
  )
  const control = props.href ? (
    <a
      class={buttonClass(props)}
      href={props.href}
      id={props.id}
      aria-label={props.label}
      aria-describedby={consequenceId}
    >
      {inside}
    </a>
  ) : (
    <button
      class={buttonClass(props)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      id={props.id}
      form={props.form}
      formaction={props.formaction}
      formnovalidate={props.formnovalidate}
      disabled={props.disabled}
      popovertarget={props.popovertarget}
      aria-label={props.label}
      aria-describedby={consequenceId}
    >
      {inside}
    </button>
  )
  if (!props.consequence) return control
  return (
    <div class="act">
      {control}
      <p id={consequenceId}>{props.consequence}</p>
    </div>
  )
}

/** Acts that belong together on the board, two side by side if `pair`, with one consequence for all of them. */
export function Act({ pair, consequence, children }: { pair?: boolean; consequence?: Content; children?: Content }) {
  return (
    <div class="act">
      {pair ? <div class="act__pair">{children}</div> : children}
      {consequence && <p>{consequence}</p>}
    </div>
  )
}

/** Buttons in a row that wraps. */
export function ButtonRow({ children }: { children?: Content }) {
  return <div class="sv-row">{children}</div>
}
