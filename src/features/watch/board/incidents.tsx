import { clockTime, relativeTime } from '#platform/i18n/time.ts'
import { BoardCaption, IncidentLink, IncidentList } from '#ui/board.tsx'
import { Sparkline } from '#ui/sparkline.tsx'
import { boardPath } from '../paths.ts'
import { canManageSources } from '../permissions.ts'
import { incidentTitle, watchWords } from '../words.ts'
import type { IncidentSummary } from './board-data.ts'
import { corroborationLine, distanceLine } from './figures.ts'
import type { BoardLook } from './look.ts'

/** The list on the left: open incidents, the most urgent first; then what was settled. */
export function BoardIncidents({ data, style, actor }: BoardLook) {
  const words = watchWords(style.locale)
  const chosen = data.chosen?.id
  const budget = words('budget.line', { days: data.budgetDays })
  return (
    <IncidentList label={words('list.label')}>
      <BoardCaption text={words('list.title')} aside={words('list.open', { count: data.open.length })} />
      {data.open.map((incident) => (
        <IncidentLink
          id={`inc-${incident.id}`}
          href={boardPath(incident.exerciseId, incident.id)}
          current={incident.id === chosen}
          state={incident.state}
          stateText={words(`state.${incident.state}`)}
          at={incident.firstPostAt.toISOString()}
          ago={relativeTime(incident.firstPostAt, data.now, style.locale)}
          title={incidentTitle(incident, style.locale)}
          distance={distanceLine(incident, data.area, words)}
          corroboration={corroborationLine({ ...incident.voices, denials: 0 }, words)}
          spark={<Sparkline series={incident.rate} normal={{ low: 0, high: 0 }} label={sparkLabel(incident)} />}
        />
      ))}
      {data.settled.length > 0 && (
        <>
          <BoardCaption
            level={3}
            text={words('list.settled')}
            aside={words('list.settled-count', { count: data.settled.length })}
          />
          {data.settled.map((incident) => (
            <IncidentLink
              id={`inc-${incident.id}`}
              href={boardPath(incident.exerciseId, incident.id)}
              current={incident.id === chosen}
              state={incident.state}
              stateText={words(`state.${incident.state}`)}
              at={(incident.settledAt ?? incident.lastPostAt).toISOString()}
              ago={clockTime(incident.settledAt ?? incident.lastPostAt, style)}
              title={incidentTitle(incident, style.locale)}
              settled
            />
          ))}
        </>
      )}
      <p class="wb-budget">{canManageSources(actor) ? <a href="/settings/watch">{budget}</a> : budget}</p>
    </IncidentList>
  )

  function sparkLabel(incident: IncidentSummary): string {
    return words('list.spark', { now: incident.rate.at(-1) ?? 0, most: Math.max(0, ...incident.rate) })
  }
}
