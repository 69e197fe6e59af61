import { classes, type Content } from './content.ts'
import { ErrorMessage } from './field.tsx'

export type SelectOption = { value: string; text: string; disabled?: boolean }
export type SelectProps = {
  name: string
  label: Content
  options: readonly SelectOption[]
  id?: string
  /** The chosen value. */
  value?: string
  hint?: Content
  error?: Content
  errorPrefix?: string
  /** First, with an empty value ("Choose a unit"). */
  empty?: string
  required?: boolean
  disabled?: boolean
  autocomplete?: string
  hideLabel?: boolean
}

/** A native select. For five choices or fewer use `Radios`. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  const describedBy = classes(!!props.hint && `${id}-hint`, !!props.error && `${id}-error`)
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
      <select
        class={classes('nhsuk-select', !!props.error && 'nhsuk-select--error')}
        id={id}
        name={props.name}
        aria-describedby={describedBy}
        aria-invalid={props.error ? 'true' : undefined}
        required={props.required}
        disabled={props.disabled}
        autocomplete={props.autocomplete}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
