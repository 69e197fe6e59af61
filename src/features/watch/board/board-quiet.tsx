import { clockTime, relativeTime } from '#platform/i18n/time.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { canManageSources, canStartExercise } from '../permissions.ts'
import { watchWords } from '../words.ts'
import { blindLine } from './blind-line.ts'
import type { BoardLook } from './look.ts'

/** The middle of the board when there is no incident: what was read, what is blind, what to do. */
export function BoardQuiet({ data, style, actor }: BoardLook) {
  const words = watchWords(style.locale)
  const read = data.rate.perMinute.reduce((sum, posts) => sum + posts, 0)
  const last = data.sources.reduce<Date | null>(
    (latest, { lastPostAt }) => (lastPostAt && (!latest || lastPostAt > latest) ? lastPostAt : latest),
    null,
  )
  const blind = blindLine(data, style)
  const heard = data.sources.some(({ lastPostAt }) => lastPostAt !== null)
  const isWaiting = data.exercise?.state === 'queued'
  const setUp = canManageSources(actor) ? <a href="/settings/sources">{words('quiet.connect')}</a> : words('quiet.ask')
  return (
    <main id="main" class="wb-head">
      <h1>{title()}</h1>
      {data.area === null ? (
        <p>
          {words('quiet.no-area')} {setUp}
        </p>
      ) : data.sources.length === 0 && !data.exercise ? (
        <EmptyState title={words('quiet.no-source-title')} headingLevel={2}>
          <p>
            {words('quiet.no-source')} {setUp}
          </p>
          {canStartExercise(actor) && (
            <p>
              <a href="/drills">{words('quiet.drill')}</a>
            </p>
          )}
        </EmptyState>
      ) : isWaiting ? (
        <p>{words('quiet.reading')}</p>
      ) : (
        <>
          <p class="wb-head__where">
            {words('quiet.read', { count: read })}{' '}
            {last &&
              words('quiet.last', { ago: relativeTime(last, data.now, style.locale), time: clockTime(last, style) })}
          </p>
          {!blind && !heard && <p>{words('quiet.unheard')}</p>}
          {blind && (
            <p>
              {blind}. {words('quiet.blind')}
            </p>
          )}
        </>
      )}
    </main>
  )

  function title(): string {
    if (data.area === null || (data.sources.length === 0 && !data.exercise)) return words('quiet.not-watching')
    if (isWaiting) return words('quiet.preparing')
    return blind || !heard ? words('quiet.title-blind') : words('quiet.title')
  }
}
