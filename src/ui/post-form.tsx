import { classes, type Content } from './content.ts'

export type PostFormProps = {
  action: string
  id?: string
  /** For files. */
  multipart?: boolean
  /** Hidden fields: name → value. Absent values are left out. */
  hidden?: Record<string, string | number | undefined>
  /** Names the form for assistive technology when the page has several. */
  label?: string
  /** Keeps what was typed in this tab until the post succeeded. The key must be unlike that of any other form. */
  keep?: string
  /** Drawn as one with its neighbours (a form of one button in a row). */
  inline?: boolean
  class?: string
  /** Leave checking to the server, so that the messages are ours and in the reader's language. True unless told otherwise. */
  novalidate?: boolean
  children?: Content
}

/** Every change of state: `<form method="post">`, answered by 303, or by 422 with the same page. */
export function PostForm({ novalidate = true, keep, ...props }: PostFormProps) {
  const form = (
    <form
      method="post"
      action={props.action}
      id={props.id}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate={novalidate}
      class={classes('sv-form', props.inline && 'sv-form--inline', props.class)}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
      )}
      {props.children}
    </form>
  )
  return keep ? <form-guard key-name={keep}>{form}</form-guard> : form
}
