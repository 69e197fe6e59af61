import type { Reader } from '#platform/database/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { Verdict } from '#platform/ledger/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { logChain, type Scene } from '../scene.ts'
import { peopleIn, sayEntry, type LogLine } from './say.ts'

/** A scene's log, newest first, and whether its seals fit. */
export interface LogData {
  lines: LogLine[]
  verdict: Verdict
  checkedAt: Date
}

export async function loadLog(
  { ledger, accounts, clock }: Pick<ReadinessDeps, 'ledger' | 'accounts' | 'clock'>,
  reader: Reader,
  ask: { scene: Scene; style: TimeStyle; limit?: number },
): Promise<LogData> {
  const chain = logChain(ask.scene)
  const entries = await ledger.list(reader, chain, ask.limit)
  const verdict = await ledger.verify(reader, chain)
  const names = await accounts.people(reader, peopleIn(entries), ask.style.locale)
  return { lines: entries.map((entry) => sayEntry(entry, names, ask.style)), verdict, checkedAt: clock() }
}
