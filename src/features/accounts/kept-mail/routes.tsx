import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { listKeptMail } from '#platform/mail/index.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { mailJobNames } from '../mails/names.ts'
import { canReadKeptMail } from '../permissions.ts'
import { accountsWords } from '../words.ts'
import { KeptMailPage, MailSettingsPage } from './kept-mail.page.tsx'

const SHOWN = 200
const CHECK_MS = 3_000

/** Whether mail goes out, and what was kept because it does not. */
export function keptMailRoutes(deps: AccountsDeps): Routes {
  const { db, mail, jobs, ledger } = deps

  function administrator(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canReadKeptMail(actor)) throw new NotFound('No such page')
    return actor
  }

  const when = (c: AppContext, at: Date) =>
    `${relativeTime(at, c.get('now'), c.get('locale'))}, ${dateAndTime(at, timeStyle(c))}`

  return new Hono<AppEnv>()
    .get('/settings/mail', async (c) => {
      administrator(c)
      const words = accountsWords(c.get('locale'))
      const state = await Promise.race([
        mail.check(),
        new Promise<'slow'>((resolve) => setTimeout(resolve, CHECK_MS, 'slow').unref()),
      ])
      const kept = await db.read((reader) => listKeptMail(reader, SHOWN))
      const shown = kept.map(({ id, at, to, subject }) => ({ id, when: when(c, at), to, subject }))
      const page = (
        <MailSettingsPage words={words} state={state} kept={shown} isTestSent={c.req.query('sent') !== undefined} />
      )
      return c.render(page, { title: words('mail.title'), frame: 'staff' })
    })
    .post('/settings/mail/test', async (c) => {
      const actor = administrator(c)
      await db.transaction((tx) =>
        jobs.enqueue(tx, { name: mailJobNames.testMail }, { personId: actor.id, key: randomUUID() }),
      )
      return c.redirect('/settings/mail?sent', 303)
    })
    .get('/settings/mail/:id', async (c) => {
      const actor = administrator(c)
      const kept = await db.read((reader) => listKeptMail(reader, SHOWN))
      const message = kept.find(({ id }) => String(id) === c.req.param('id'))
      if (!message) throw new NotFound('No such message')
      // These messages hold links that sign people in: whoever reads one is written down.
      await db.transaction((tx) => record(ledger, tx, actor.id, { kind: 'kept-mail.read', mailId: message.id }))
      const words = accountsWords(c.get('locale'))
      const links = message.text.match(/https?:\/\/[^\s<>"]+/g) ?? []
      const page = <KeptMailPage words={words} message={message} when={when(c, message.at)} links={links} />
      return c.render(page, { title: message.subject, frame: 'staff' })
    })
}
