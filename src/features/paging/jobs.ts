import { z } from 'zod'
import { defineJob, type Job } from '#platform/jobs/index.ts'
import type { Channel } from './channels/channel.ts'
import { ESCALATE_CALL, RECOVER_PAGES, SEND_PAGE, type PagingDeps } from './deps.ts'
import { recoverPages } from './deliveries/recovery.ts'
import { sendPage } from './deliveries/send.ts'
import { makeMove } from './escalation.ts'

/** A team is paged at once, not one after the other; a mail server should still not be flooded. */
const SENDERS = 4

export function pagingJobs(deps: PagingDeps, channels: readonly Channel[]): Job[] {
  return [
    defineJob({
      ...SEND_PAGE,
      data: z.object({ deliveryId: z.uuid() }),
      work: ({ deliveryId }) => sendPage(deps, channels, deliveryId),
      concurrency: SENDERS,
    }),
    defineJob({
      ...ESCALATE_CALL,
      data: z.object({ callId: z.uuid(), tick: z.int() }),
      work: ({ callId, tick }) => makeMove(deps, callId, tick),
    }),
    defineJob({
      ...RECOVER_PAGES,
      data: z.object({}),
      work: async () => void (await recoverPages(deps, channels)),
      schedule: '* * * * *',
    }),
  ] as Job[]
}
