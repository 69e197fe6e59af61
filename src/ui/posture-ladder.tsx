import { classes, type Content } from './content.ts'

export type PostureStep = {
  name: Content
  state: 'past' | 'now' | 'next'
  /** Who and when; for `next`, what it would do. */
  detail?: Content
}

/** Posture as a ladder. `board`: one line for the wall; otherwise with who, when and until when. */
export function PostureLadder({
  label,
  steps,
  board,
}: {
  label: string
  steps: readonly PostureStep[]
  board?: boolean
}) {
  return (
    <ol class={board ? 'posture' : 'rd-ladder'} aria-label={label}>
      {steps.map((step) => (
        <li
          class={classes(step.state === 'past' && 'is-past')}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {board ? (
            step.name
          ) : (
            <>
              <b>{step.name}</b>
              {step.detail}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
