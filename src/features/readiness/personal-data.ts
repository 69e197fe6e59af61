import type { PersonalData } from '#platform/room.ts'
import type { Retention } from '#platform/room.ts'
import { listOwnData, unlinkPerson } from './personal-data.store.ts'
import type { ReadinessDeps } from './readiness.ts'
import { deleteSettled } from './retention.store.ts'
import { readinessWords } from './words.ts'

export function readinessPersonalData({ ledger }: Pick<ReadinessDeps, 'ledger'>): PersonalData {
  return {
    async export(reader, personId) {
      const written = []
      for (const chain of await ledger.chains(reader)) {
        if (!chain.startsWith('readiness:')) continue
        const entries = await ledger.list(reader, chain, 1_000_000)
        written.push(
          ...entries
            .filter((entry) => entry.actorId === personId)
            .map(({ seq, at, kind, body }) => ({ log: chain, seq, at, kind, body })),
        )
      }
      return { ...(await listOwnData(reader, personId)), logEntries: written }
    },
    erase: unlinkPerson,
  }
}

const YEAR = 365

/** The log is kept: it is the hospital's record. What it is drawn from goes. */
export const readinessRetention: Retention[] = [
  {
    kind: 'real',
    label: (locale) => readinessWords(locale)('retention.real'),
    days: 7 * YEAR,
    expire: (tx, before) => deleteSettled(tx, 'real', before),
  },
  {
    kind: 'exercise',
    label: (locale) => readinessWords(locale)('retention.exercise'),
    days: 90,
    expire: (tx, before) => deleteSettled(tx, 'exercise', before),
  },
]
