import { classes, type Content } from './content.ts'

/** A native progress element. `text` says the same in words ("34 of 100 messages sent"). Without `value` it is under way. */
export function ProgressBar(props: {
  id: string
  label: Content
  value?: number
  max?: number
  text?: Content
  hand?: boolean
}) {
  return (
    <div class="sv-progress">
      <label class="nhsuk-label" for={props.id}>
        {props.label}
      </label>
      <progress id={props.id} value={props.value} max={props.max ?? 100} class={classes(props.hand && 'is-hand')} />
      {props.text && <p class="sv-meta">{props.text}</p>}
    </div>
  )
}
