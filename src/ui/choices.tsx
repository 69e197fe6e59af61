import { classes, type Content } from './content.ts'
import { ErrorMessage } from './field.tsx'

export type Choice = { value: string; text: Content; hint?: Content; disabled?: boolean; lang?: string }

type GroupProps = {
  name: string
  /** The question; the fieldset's legend. */
  legend: Content
  choices: readonly Choice[]
  /** `name` unless given. The first input carries it, so the error summary can link to it. */
  id?: string
  hint?: Content
  error?: Content
  errorPrefix?: string
  /** 24 px boxes, for staff. */
  small?: boolean
  /** Side by side where there is room. */
  inline?: boolean
  hideLegend?: boolean
}

export type RadiosProps = GroupProps & { value?: string; required?: boolean }
export type CheckboxesProps = GroupProps & { values?: readonly string[] }

/** One of a few. */
export function Radios({ value, required, ...group }: RadiosProps) {
  return <ChoiceGroup {...group} kind="radios" required={required} isChosen={(choice) => choice === value} />
}

/** Any of a few; posts `name` once for each. */
export function Checkboxes({ values = [], ...group }: CheckboxesProps) {
  return <ChoiceGroup {...group} kind="checkboxes" isChosen={(choice) => values.includes(choice)} />
}

type ChoiceGroupProps = GroupProps & {
  kind: 'radios' | 'checkboxes'
  required?: boolean
  isChosen: (value: string) => boolean
}

function ChoiceGroup({ kind, ...props }: ChoiceGroupProps) {
  const id = props.id ?? props.name
  const block = `nhsuk-${kind}`
  const describedBy = classes(!!props.hint && `${id}-hint`, !!props.error && `${id}-error`)
  return (
    <div class={classes('nhsuk-form-group', !!props.error && 'nhsuk-form-group--error')}>
      <fieldset class="nhsuk-fieldset" aria-describedby={describedBy}>
        <legend class={classes('nhsuk-fieldset__legend', props.hideLegend && 'sv-hidden')}>{props.legend}</legend>
        {props.hint && (
          <div class="nhsuk-hint" id={`${id}-hint`}>
            {props.hint}
          </div>
        )}
        {props.error && <ErrorMessage id={`${id}-error`} prefix={props.errorPrefix} text={props.error} />}
        <div class={classes(block, props.small && `${block}--small`, props.inline && `${block}--inline`)}>
          {props.choices.map((choice, index) => (
            <ChoiceItem {...props} kind={kind} choice={choice} inputId={index === 0 ? id : `${id}-${index + 1}`} />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function ChoiceItem({ kind, choice, inputId, ...props }: ChoiceGroupProps & { choice: Choice; inputId: string }) {
  const block = `nhsuk-${kind}`
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={inputId}
        name={props.name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        checked={props.isChosen(choice.value)}
        disabled={choice.disabled}
        required={props.required}
        aria-describedby={choice.hint ? `${inputId}-item-hint` : undefined}
      />
      <label class={`nhsuk-label ${block}__label`} for={inputId} lang={choice.lang}>
        {choice.text}
      </label>
      {choice.hint && (
        <div class={`nhsuk-hint ${block}__hint`} id={`${inputId}-item-hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}

/** A single yes: "Keep me signed in". For several, `Checkboxes`. */
export function Checkbox(props: {
  name: string
  text: Content
  id?: string
  value?: string
  checked?: boolean
  hint?: Content
  error?: Content
  errorPrefix?: string
  small?: boolean
  required?: boolean
}) {
  const id = props.id ?? props.name
  return (
    <div class={classes('nhsuk-form-group', !!props.error && 'nhsuk-form-group--error')}>
      {props.error && <ErrorMessage id={`${id}-error`} prefix={props.errorPrefix} text={props.error} />}
      <div class={classes('nhsuk-checkboxes', props.small && 'nhsuk-checkboxes--small')}>
        <div class="nhsuk-checkboxes__item">
          <input
            class="nhsuk-checkboxes__input"
            id={id}
            name={props.name}
            type="checkbox"
            value={props.value ?? 'yes'}
            checked={props.checked}
            required={props.required}
            aria-invalid={props.error ? 'true' : undefined}
            aria-describedby={classes(!!props.hint && `${id}-hint`, !!props.error && `${id}-error`)}
          />
          <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
            {props.text}
          </label>
          {props.hint && (
            <div class="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

/** Minutes as four large boxes, for the page that wakes. Posts `name`. */
export function Minutes(props: { name: string; legend: Content; minutes: readonly number[]; value?: number }) {
  return (
    <fieldset class="minsbox">
      <legend>{props.legend}</legend>
      <div class="mins">
        {props.minutes.map((minutes) => (
          <label>
            <input type="radio" name={props.name} value={String(minutes)} checked={minutes === props.value} />
            <span>{minutes}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
