import { classes, type Content } from './content.ts'
import { ErrorMessage } from './field.tsx'

export type FileFieldProps = {
  name: string
  label: Content
  id?: string
  /** Types as in HTML: "image/*,.pdf". */
  accept?: string
  multiple?: boolean
  required?: boolean
  hint?: Content
  error?: Content
  errorPrefix?: string
  /** Words for the progress of a large upload; with them the field shows progress where scripts run. */
  progress?: { sending: string; cancel: string; cancelled: string; failed: string }
}

/** A file. Stands in a `PostForm multipart`. */
export function FileField(props: FileFieldProps) {
  const id = props.id ?? props.name
  const field = (
    <div class={classes('nhsuk-form-group', !!props.error && 'nhsuk-form-group--error')}>
      <label class="nhsuk-label" for={id}>
        {props.label}
      </label>
      {props.hint && (
        <div class="nhsuk-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error && <ErrorMessage id={`${id}-error`} prefix={props.errorPrefix} text={props.error} />}
      <input
        class="nhsuk-file-upload"
        type="file"
        id={id}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        required={props.required}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={classes(!!props.hint && `${id}-hint`, !!props.error && `${id}-error`)}
      />
      {props.progress && (
        <div class="sv-upload" hidden data-progress>
          <label class="nhsuk-label" for={`${id}-progress`}>
            {props.progress.sending}
          </label>
          <progress id={`${id}-progress`} max="100" value="0" />
          <p class="sv-row">
            <span data-figure>0 %</span>
            <button class="sv-button sv-button--plain" type="button" data-cancel>
              {props.progress.cancel}
            </button>
          </p>
        </div>
      )}
      {props.progress && (
        <p
          class="sv-meta"
          role="status"
          data-said
          data-cancelled={props.progress.cancelled}
          data-failed={props.progress.failed}
        />
      )}
    </div>
  )
  return props.progress ? <file-upload>{field}</file-upload> : field
}
