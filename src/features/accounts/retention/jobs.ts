import { z } from 'zod'
import { defineJob, type Job } from '#platform/jobs/index.ts'
import { deleteKeptMailBefore } from '#platform/mail/index.ts'
import type { Retention } from '#platform/room.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { deleteInvitationsExpiredBefore } from '../invitations/store.ts'
import { deleteLinksExpiredBefore } from '../links/store.ts'
import { deleteChallengesExpiredBefore } from '../passkeys/store.ts'
import { deleteSessionsEndedBefore } from '../sessions/store.ts'
import { accountsWords } from '../words.ts'

const DAY_MS = 86_400_000

/**
 * What this room forgets, and when: days after the end of each thing, or after a message was kept. Links stay as long as kept mail does, because
 * an erasure finds by them to which addresses mail went.
 */
export const accountsRetention: Retention[] = [
  {
    kind: 'sessions',
    label: (locale) => accountsWords(locale)('retention.sessions'),
    days: 1,
    expire: deleteSessionsEndedBefore,
  },
  {
    kind: 'sign-in-links',
    label: (locale) => accountsWords(locale)('retention.sign-in-links'),
    days: 14,
    expire: deleteLinksExpiredBefore,
  },
  {
    kind: 'passkey-questions',
    label: (locale) => accountsWords(locale)('retention.passkey-questions'),
    days: 1,
    expire: deleteChallengesExpiredBefore,
  },
  {
    kind: 'invitations',
    label: (locale) => accountsWords(locale)('retention.invitations'),
    days: 30,
    expire: deleteInvitationsExpiredBefore,
  },
  {
    kind: 'kept-mail',
    label: (locale) => accountsWords(locale)('retention.kept-mail'),
    days: 14,
    expire: deleteKeptMailBefore,
  },
]

/** Every night, each kind of data of every room in a transaction of its own; a kind that fails is tried again without holding up the others. */
export function expireOldData({ db, clock, ledger, files, rooms }: AccountsDeps): Job {
  return defineJob({
    name: 'expire-old-data',
    data: z.object({}),
    schedule: '17 2 * * *',
    async work() {
      const counts: Record<string, number> = {}
      const failures: unknown[] = []
      for (const room of rooms()) {
        for (const { kind, days, expire } of room.retention ?? []) {
          const before = new Date(clock().getTime() - days * DAY_MS)
          try {
            counts[`${room.name}/${kind}`] = await db.transaction((tx) => expire(tx, before))
          } catch (error) {
            failures.push(error)
          }
        }
      }
      counts['files/unused'] = await db.transaction((tx) => files.sweep(tx))
      await db.transaction((tx) => record(ledger, tx, null, { kind: 'data.expired', counts }))
      if (failures.length > 0) throw failures[0]
    },
  }) as Job
}
