import type { Reader } from '#platform/database/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { Ledger, Verdict } from '#platform/ledger/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { logChain, type Scene } from '../scene.ts'
import { peopleIn, sayEntry, type LogLine } from './say.ts'

/** Verdicts not older than this, in milliseconds, serve the fragments of open pages, and everybody where the log is long. */
const CHECKED_LATELY = 60_000
/** Up to so many entries, whoever loads a page has the seals checked anew: some 0.1 ms an entry. */
const LONG_LOG = 1_000
const lately = new WeakMap<Ledger, Map<string, { verdict: Verdict; checkedAt: Date }>>()

/** A scene's log, newest first, and whether its seals fit. */
export interface LogData {
  lines: LogLine[]
  verdict: Verdict
  checkedAt: Date
}

export async function loadLog(
  { ledger, accounts, clock }: Pick<ReadinessDeps, 'ledger' | 'accounts' | 'clock'>,
  reader: Reader,
  ask: { scene: Scene; style: TimeStyle; limit?: number; isFragment?: boolean },
): Promise<LogData> {
  const chain = logChain(ask.scene)
  const entries = await ledger.list(reader, chain, ask.limit)
  const { verdict, checkedAt } = await checkSeals({ ledger, clock }, reader, chain, ask.isFragment ?? false)
  const names = await accounts.people(reader, peopleIn(entries), ask.style.locale)
  return {
    lines: entries.map((entry) => sayEntry(entry, names, ask.style)),
    verdict: verdict.ok ? { ...verdict, entries: entries[0]?.seq ?? 0 } : verdict,
    checkedAt,
  }
}

/** A log of years takes a while to check: then all share one look a minute. */
async function checkSeals(
  { ledger, clock }: Pick<ReadinessDeps, 'ledger' | 'clock'>,
  reader: Reader,
  chain: string,
  isFragment: boolean,
): Promise<{ verdict: Verdict; checkedAt: Date }> {
  const known = lately.get(ledger) ?? new Map<string, { verdict: Verdict; checkedAt: Date }>()
  lately.set(ledger, known)
  const now = clock()
  const last = known.get(chain)
  const isCostly = isFragment || (last?.verdict.entries ?? 0) > LONG_LOG
  if (isCostly && last && now.getTime() - last.checkedAt.getTime() < CHECKED_LATELY) return last
  const looked = { verdict: await ledger.verify(reader, chain), checkedAt: now }
  known.set(chain, looked)
  return looked
}
