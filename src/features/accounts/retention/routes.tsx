import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppEnv, type Routes } from '#platform/web/context.ts'
import { AUDIT_CHAIN } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { canReadRetention } from '../permissions.ts'
import { accountsWords } from '../words.ts'
import { RetentionPage } from './retention.page.tsx'

/** How far back the last nightly run is looked for. */
const RECENT = 2_000

export function retentionRoutes({ db, ledger, rooms }: AccountsDeps): Routes {
  return new Hono<AppEnv>().get('/settings/data', async (c) => {
    if (!canReadRetention(signedIn(c))) throw new NotFound('No such page')
    const words = accountsWords(c.get('locale'))
    const entries = await db.read((reader) => ledger.list(reader, AUDIT_CHAIN, RECENT))
    const last = entries.find((entry) => entry.kind === 'data.expired')
    const counts = (last?.body['counts'] ?? {}) as Record<string, number>
    const kinds = rooms().flatMap((room) =>
      (room.retention ?? []).map(({ kind, label, days }) => ({
        room: room.name,
        kind: label(c.get('locale')),
        days,
        gone: counts[`${room.name}/${kind}`],
      })),
    )
    const lastRun =
      last && `${relativeTime(last.at, c.get('now'), c.get('locale'))}, ${dateAndTime(last.at, timeStyle(c))}`
    return c.render(<RetentionPage words={words} kinds={kinds} lastRun={lastRun} />, {
      title: words('retention.title'),
      frame: 'staff',
    })
  })
}
