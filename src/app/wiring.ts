import { subscribe, type Subscription } from '#platform/events/index.ts'
import type { IncidentEvent } from '#features/watch'
import type { PagingEvent } from '#features/paging'
import type { Rooms } from './compose.ts'

type Paged<Type extends PagingEvent['type']> = Extract<PagingEvent, { type: Type }>

/** Who hears what. A table of it is generated into docs/events.md. */
export function subscriptions({ readiness }: Rooms): Subscription[] {
  return [
    subscribe<IncidentEvent>('incident.probable', 'readiness/on-incident-probable', readiness.onIncidentProbable),
    subscribe<IncidentEvent>('incident.revised', 'readiness/on-incident-revised', readiness.onIncidentRevised),
    subscribe<IncidentEvent>('incident.confirmed', 'readiness/on-incident-confirmed', readiness.onIncidentConfirmed),
    subscribe<IncidentEvent>('incident.dismissed', 'readiness/on-incident-dismissed', readiness.onIncidentDismissed),
    subscribe<IncidentEvent>('incident.closed', 'readiness/on-incident-closed', readiness.onIncidentClosed),
    subscribe<Paged<'page.answered'>>('page.answered', 'readiness/on-page-answered', readiness.onPageAnswered),
    subscribe<Paged<'page.unreachable'>>(
      'page.unreachable',
      'readiness/on-page-unreachable',
      readiness.onPageUnreachable,
    ),
    subscribe<Paged<'call.escalated'>>('call.escalated', 'readiness/on-call-escalated', readiness.onCallEscalated),
    subscribe<Paged<'call.exhausted'>>('call.exhausted', 'readiness/on-call-exhausted', readiness.onCallExhausted),
  ]
}
