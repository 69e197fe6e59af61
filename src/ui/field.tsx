import { classes, type Content } from './content.ts'

export type FieldProps = {
  name: string
  label: Content
  /** `name` unless given. The error summary links to it. */
  id?: string
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'password'
    | 'search'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'textarea'
  value?: string | number
  hint?: Content
  error?: Content
  /** "Error:", read out before the message. */
  errorPrefix?: string
  /** An HTML autocomplete token, such as `email` or `one-time-code`. */
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  placeholder?: string
  required?: boolean
  readonly?: boolean
  disabled?: boolean
  autofocus?: boolean
  maxlength?: number
  minlength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
  rows?: number
  /** Characters wide, for short answers such as a code or minutes. */
  width?: 4 | 8 | 16 | 24
  spellcheck?: boolean
  lang?: string
  list?: string
  /** The label is read out but not seen: only where the place itself says what it is. */
  hideLabel?: boolean
  /** A unit after the field ("minutes"). */
  suffix?: Content
  /** A button in one line with the field ("Open", "Search"). */
  action?: Content
}

/** A text field with its label, hint and error, in the order of nhsuk-frontend. */
export function Field(props: FieldProps) {
  const id = props.id ?? props.name
  const describedBy = classes(
    !!props.hint && `${id}-hint`,
    !!props.error && `${id}-error`,
    !!props.suffix && `${id}-suffix`,
  )
  const shared = {
    id,
    name: props.name,
    'aria-describedby': describedBy,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    placeholder: props.placeholder,
    required: props.required,
    readonly: props.readonly,
    disabled: props.disabled,
    autofocus: props.autofocus,
    maxlength: props.maxlength,
    minlength: props.minlength,
    spellcheck: props.spellcheck,
    lang: props.lang,
  }
  const width = props.width && `nhsuk-input--width-${props.width}`
  const value = props.value === undefined ? undefined : String(props.value)
  const input =
    props.type === 'textarea' ? (
      // The line break is for the parser, which drops the first one in a textarea: a typed one must stay.
      <textarea
        {...shared}
        rows={props.rows ?? 5}
        class={classes('nhsuk-textarea', !!props.error && 'nhsuk-textarea--error')}
      >
        {'\n' + (value ?? '')}
      </textarea>
    ) : (
      <input
        {...shared}
        type={props.type ?? 'text'}
        value={value}
        min={props.min}
        max={props.max}
        step={props.step}
        pattern={props.pattern}
        list={props.list}
        class={classes('nhsuk-input', width, !!props.error && 'nhsuk-input--error')}
      />
    )
  return (
    <div class={classes('nhsuk-form-group', !!props.error && 'nhsuk-form-group--error')}>
      <label class={classes('nhsuk-label', props.hideLabel && 'sv-hidden')} for={id}>
        {props.label}
      </label>
      {props.hint && (
        <div class="nhsuk-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error && <ErrorMessage id={`${id}-error`} prefix={props.errorPrefix} text={props.error} />}
      {props.suffix || props.action ? (
        <div class={props.action ? 'sv-search' : 'nhsuk-input-wrapper'}>
          {input}
          {props.suffix && (
            <span class="nhsuk-input-wrapper__suffix" id={`${id}-suffix`}>
              {props.suffix}
            </span>
          )}
          {props.action}
        </div>
      ) : (
        input
      )}
    </div>
  )
}

/** The message of one field: what is wrong and what to write instead. */
export function ErrorMessage({ id, prefix, text }: { id: string; prefix?: string; text: Content }) {
  return (
    <span class="nhsuk-error-message" id={id}>
      {prefix && <span class="sv-hidden">{prefix} </span>}
      {text}
    </span>
  )
}
