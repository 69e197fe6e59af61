import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { clockTimeToTheSecond, dateAndTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppEnv, type Routes } from '#platform/web/context.ts'
import type { AccountsDeps } from '../deps.ts'
import { people } from '../people/door.ts'
import { canReadAudit } from '../permissions.ts'
import { accountsWords } from '../words.ts'
import { AuditPage } from './audit.page.tsx'
import { describeEntry, personOf } from './describe.ts'
import { AUDIT_CHAIN } from './record.ts'

/** Entries on the page; the seal is checked over all. */
const SHOWN = 300

export function auditRoutes({ db, ledger }: AccountsDeps): Routes {
  return new Hono<AppEnv>().get('/settings/audit', async (c) => {
    if (!canReadAudit(signedIn(c))) throw new NotFound('No such page')
    const locale = c.get('locale')
    const words = accountsWords(locale)
    const { verdict, entries, names } = await db.read(async (reader) => {
      const listed = await ledger.list(reader, AUDIT_CHAIN, SHOWN)
      const ids = listed.flatMap((entry) => [entry.actorId, personOf(entry)])
      return {
        verdict: await ledger.verify(reader, AUDIT_CHAIN),
        entries: listed,
        names: await people(reader, ids, locale),
      }
    })
    const nameOf = (id: string | null) => (id === null ? undefined : (names.get(id)?.name ?? words('person.former')))
    const shown = entries.map((entry) => ({
      id: `entry-${entry.seq}`,
      at: entry.at.toISOString(),
      time: dateAndTime(entry.at, timeStyle(c)),
      who: nameOf(entry.actorId) ?? words('audit.nobody'),
      what: describeEntry(words, entry, nameOf(personOf(entry))),
    }))
    const checkedAt = clockTimeToTheSecond(c.get('now'), timeStyle(c))
    return c.render(<AuditPage words={words} entries={shown} verdict={verdict} checkedAt={checkedAt} />, {
      title: words('audit.title'),
      frame: 'staff',
    })
  })
}
