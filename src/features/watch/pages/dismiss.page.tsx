import type { Locale } from '#platform/i18n/index.ts'
import type { FormProblem } from '#platform/web/forms.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { DismissForm } from '../board/dismiss-form.tsx'
import type { IncidentSummary } from '../board/board-data.ts'
import { boardPath } from '../paths.ts'
import { incidentTitle, watchWords } from '../words.ts'
import { errorsOf } from './form-errors.ts'

/** Asks again why an incident is dismissed, when the board's form could not be taken. */
export function DismissPage({
  incident,
  locale,
  problem,
}: {
  incident: IncidentSummary
  locale: Locale
  problem: FormProblem
}) {
  const words = watchWords(locale)
  const path = boardPath(incident.exerciseId, incident.id)
  return (
    <div class="sv-stack">
      <ErrorSummary title={words('form.problem')} errors={errorsOf(problem, words)} />
      <h1>{words('dismiss.title', { incident: incidentTitle(incident, locale) })}</h1>
      <DismissForm action={`${path}/dismiss`} words={words} problem={problem} />
      <p>
        <a href={path}>{words('dismiss.back')}</a>
      </p>
    </div>
  )
}
