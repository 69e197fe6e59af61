import { LOCALES, LOCALE_NAMES } from '#platform/i18n/index.ts'
import type { CrisisLine, Organisation } from '#platform/organisation.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Select } from '#ui/select.tsx'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'
import type { Choice } from './choices.ts'
import { defaultsOf } from './country-defaults.ts'

export interface OrganisationPageProps {
  words: AccountsWords
  organisation: Organisation
  countries: Choice[]
  zones: Choice[]
  /** As in `2026-11-22`. */
  today: string
  isSaved: boolean
  problem: FormProblem | undefined
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { words, organisation, isSaved, problem } = props
  return (
    <div class="sv-stack">
      <ProblemSummary words={words} problem={problem} />
      <BackToSettings words={words} />
      <h1>{words('organisation.title')}</h1>
      {isSaved && !problem && <Notice kind="good" role="status" title={words('act.saved')} icon="check" />}
      <Suggestion words={words} organisation={organisation} />
      <div>
        <PostForm action="/settings/organisation" keep="organisation" class="sv-settings">
          <section>
            <h2>{words('organisation.basics')}</h2>
            <div>
              <BasicFields {...props} value={(name, otherwise) => typed(problem, name, otherwise)} />
            </div>
          </section>
          <section>
            <h2>{words('organisation.number')}</h2>
            <div>
              <Field
                name="emergencyNumber"
                type="tel"
                label={words('organisation.number')}
                hint={words('organisation.number-hint')}
                value={typed(problem, 'emergencyNumber', organisation.emergencyNumber)}
                error={fieldError(words, problem, 'emergencyNumber')}
                width={8}
              />
            </div>
          </section>
          <section>
            <div class="sv-stack-s">
              <h2>{words('organisation.lines')}</h2>
              <p>{words('organisation.lines-text')}</p>
            </div>
            <div class="sv-stack">
              {rowsOf(organisation, problem).map((line, index) => (
                <CrisisLineRow words={words} line={line} index={index} today={props.today} problem={problem} />
              ))}
            </div>
          </section>
          <Button type="submit">{words('act.save')}</Button>
        </PostForm>
      </div>
    </div>
  )
}

export interface BasicFieldsProps {
  words: AccountsWords
  organisation: Organisation
  countries: Choice[]
  zones: Choice[]
  problem: FormProblem | undefined
  value(name: string, otherwise: string): string
}

/** Name, place and languages: on the settings page and at the set-up. */
export function BasicFields({ words, organisation, countries, zones, problem, value }: BasicFieldsProps) {
  const ticked = problem?.values['languages']
  return (
    <>
      <Field
        name="organisation"
        label={words('organisation.name')}
        value={value('organisation', organisation.name)}
        error={fieldError(words, problem, 'organisation')}
        autocomplete="organization"
        maxlength={120}
      />
      <Select
        name="country"
        label={words('organisation.country')}
        options={countries}
        value={value('country', organisation.country)}
        error={fieldError(words, problem, 'country')}
        autocomplete="country"
      />
      <Select
        name="zone"
        label={words('organisation.zone')}
        hint={words('organisation.zone-hint')}
        options={zones}
        value={value('zone', organisation.zone)}
        error={fieldError(words, problem, 'zone')}
      />
      <Radios
        name="language"
        legend={words('organisation.language')}
        choices={LOCALES.map((locale) => ({ value: locale, text: LOCALE_NAMES[locale], lang: locale }))}
        value={value('language', organisation.languages[0] ?? 'en')}
        error={fieldError(words, problem, 'language')}
        small
        inline
      />
      <Checkboxes
        name="languages[]"
        id="languages"
        legend={words('organisation.languages')}
        choices={LOCALES.map((locale) => ({ value: locale, text: LOCALE_NAMES[locale], lang: locale }))}
        values={Array.isArray(ticked) ? ticked : organisation.languages}
        small
        inline
      />
    </>
  )
}

const FIELDS = ['lineName', 'lineContact', 'lineHours', 'lineSource', 'lineCheckedOn'] as const
const EMPTY: CrisisLine = { name: '', contact: '', hours: '', source: '', checkedOn: '' }

/** What was typed, else what is saved; and an empty row for one more. */
function rowsOf(organisation: Organisation, problem: FormProblem | undefined): CrisisLine[] {
  if (!problem) return [...organisation.crisisLines, EMPTY]
  const [names = [], contacts = [], hours = [], sources = [], days = []] = FIELDS.map((field) => {
    const value = problem.values[field]
    return Array.isArray(value) ? value : []
  })
  return names.map((name, index) => ({
    name,
    contact: contacts[index] ?? '',
    hours: hours[index] ?? '',
    source: sources[index] ?? '',
    checkedOn: days[index] ?? '',
  }))
}

interface RowProps {
  words: AccountsWords
  line: CrisisLine
  index: number
  today: string
  problem: FormProblem | undefined
}

function CrisisLineRow({ words, line, index, today, problem }: RowProps) {
  const field = (name: string) => ({
    name: `${name}[]`,
    id: `${name}-${index}`,
    error: fieldError(words, problem, `${name}-${index}`),
  })
  return (
    <fieldset class="nhsuk-fieldset sv-group">
      <legend class="nhsuk-fieldset__legend">{line.name || words('organisation.line-new')}</legend>
      <Field {...field('lineName')} label={words('organisation.line-name-label')} value={line.name} />
      <Field
        {...field('lineContact')}
        label={words('organisation.line-contact-label')}
        value={line.contact}
        width={24}
      />
      <Field {...field('lineHours')} label={words('organisation.line-hours-label')} value={line.hours} width={16} />
      <Field {...field('lineSource')} label={words('organisation.line-source-label')} value={line.source} />
      <Field
        {...field('lineCheckedOn')}
        type="date"
        label={words('organisation.line-date-label')}
        value={line.checkedOn}
        max={today}
        width={16}
      />
    </fieldset>
  )
}

function Suggestion({ words, organisation }: { words: AccountsWords; organisation: Organisation }) {
  const { emergencyNumber, crisisLines } = defaultsOf(organisation.country)
  const missing = crisisLines.filter(
    ({ contact }) => !organisation.crisisLines.some((line) => line.contact === contact),
  )
  if (missing.length === 0 && emergencyNumber === organisation.emergencyNumber) return null
  return (
    <Notice title={words('organisation.suggested-title')} icon="info">
      <p>
        {words('organisation.suggested-number', { number: emergencyNumber })}{' '}
        {missing
          .map((line) =>
            words('organisation.suggested-line', { name: line.name, contact: line.contact, date: line.checkedOn }),
          )
          .join(' ')}
      </p>
      <PostForm action="/settings/organisation/suggested">
        <Button kind="plain" type="submit">
          {words('organisation.suggested-do')}
        </Button>
      </PostForm>
    </Notice>
  )
}
