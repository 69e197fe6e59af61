import { subscribe, type Subscription } from '#platform/events/index.ts'
import type { IncidentEvent } from '#features/watch'
import type { CallExhausted, PageAnswered } from '#features/paging'
import type { Rooms } from './compose.ts'

/** Who hears what. A table of it is generated into docs/events.md. */
export function subscriptions({ readiness }: Rooms): Subscription[] {
  return [
    subscribe<IncidentEvent>('incident.probable', 'readiness/on-incident-probable', readiness.onIncidentProbable),
    subscribe<IncidentEvent>('incident.confirmed', 'readiness/on-incident-confirmed', readiness.onIncidentConfirmed),
    subscribe<IncidentEvent>('incident.dismissed', 'readiness/on-incident-dismissed', readiness.onIncidentDismissed),
    subscribe<IncidentEvent>('incident.closed', 'readiness/on-incident-closed', readiness.onIncidentClosed),
    subscribe<PageAnswered>('page.answered', 'readiness/on-page-answered', readiness.onPageAnswered),
    subscribe<CallExhausted>('call.exhausted', 'readiness/on-call-exhausted', readiness.onCallExhausted),
  ]
}
