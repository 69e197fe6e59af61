import type { Reader } from '#platform/database/index.ts'
import { clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import { findFirstHoldAt } from './holds/store.ts'
import { listIncidents } from './incidents/store.ts'
import { sayDuration } from './pages/duration.ts'
import { listPostureSteps } from './posture/store.ts'
import type { ReadinessDeps } from './readiness.ts'
import { countTickedSteps } from './role-sheets/store.ts'
import { POSTURE_LEVELS } from './types.ts'
import { readinessWords } from './words.ts'

/** Response times of an exercise by the house's clock: paged, answered, held, confirmed, team, posture, steps. */
export async function responseTimes(
  { paging }: Pick<ReadinessDeps, 'paging'>,
  reader: Reader,
  { exerciseId, style }: { exerciseId: string; style: TimeStyle },
): Promise<{ label: string; value: string }[]> {
  const words = readinessWords(style.locale)
  const time = (at: Date) => clockTimeToTheSecond(at, style)
  const incidents = await listIncidents(reader, exerciseId)
  const probableAt = incidents.find((incident) => incident.probableAt)?.probableAt ?? null
  const confirmedAt = incidents.map((incident) => incident.confirmedAt).find((at) => at !== null) ?? null
  const after = (at: Date | null | undefined): string => {
    if (!at) return words('report.never')
    return probableAt && at > probableAt
      ? words('report.after', { time: time(at), duration: sayDuration(probableAt, at, words) })
      : time(at)
  }

  const calls = (await paging.summary(reader, { exerciseId })).toSorted(
    (a, b) => a.openedAt.getTime() - b.openedAt.getTime(),
  )
  const duty = calls.find((call) => call.key.startsWith('incident:'))
  const team = calls.find((call) => call.key.startsWith('team:'))
  const answers = (duty?.pages ?? [])
    .flatMap((page) => (page.answeredAt ? [{ at: page.answeredAt, name: page.name }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = answers
  const answered =
    duty && first
      ? words('report.answered-by', {
          time: time(first.at),
          name: first.name,
          duration: sayDuration(duty.openedAt, first.at, words),
        })
      : words(duty ? 'report.no-answer' : 'report.never')

  const levels = (await listPostureSteps(reader, exerciseId, 100)).map((step) => step.level)
  const highest = POSTURE_LEVELS.findLast((level) => level !== 'stand-down' && levels.includes(level)) ?? 'normal'
  const steps = await countTickedSteps(reader, exerciseId)

  return [
    { label: words('report.paged'), value: after(duty?.openedAt) },
    { label: words('report.answered'), value: answered },
    { label: words('report.confirmed'), value: after(confirmedAt) },
    { label: words('report.held'), value: after(await findFirstHoldAt(reader, exerciseId, 'elective-starts')) },
    {
      label: words('report.team'),
      value: team
        ? words('report.team-coming', {
            time: time(team.openedAt),
            coming: team.counts.coming,
            paged: team.counts.paged,
          })
        : words('report.never'),
    },
    { label: words('report.posture'), value: words(`posture.${highest}`) },
    { label: words('report.steps'), value: String(steps) },
  ]
}
