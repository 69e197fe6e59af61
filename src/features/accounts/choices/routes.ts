import { Hono } from 'hono'
import { isLocale } from '#platform/i18n/index.ts'
import type { AppContext, AppEnv, Routes } from '#platform/web/context.ts'
import { safeReturnPath } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { findPersonForUpdate, markProfile } from '../people/store.ts'
import { giveChoiceCookie, takeChoiceCookie } from '../sessions/cookie.ts'

/** Language and colours: for everybody, kept in a cookie; the language also in one's account, for mail. */
export function choiceRoutes({ db, config }: AccountsDeps): Routes {
  return new Hono<AppEnv>()
    .post('/language', async (c) => {
      const { lang, back } = await fields(c)
      if (isLocale(lang)) {
        giveChoiceCookie(c, config.origin, 'lang', lang)
        const actor = c.get('actor')
        if (actor) {
          await db.transaction(async (tx) => {
            const person = await findPersonForUpdate(tx, actor.id)
            if (person) await markProfile(tx, person.id, { name: person.name, locale: lang })
          })
        }
      }
      return c.redirect(safeReturnPath(back, '/'), 303)
    })
    .post('/theme', async (c) => {
      const { theme, back } = await fields(c)
      if (theme === 'light' || theme === 'dark') giveChoiceCookie(c, config.origin, 'theme', theme)
      if (theme === 'system') takeChoiceCookie(c, config.origin, 'theme')
      return c.redirect(safeReturnPath(back, '/'), 303)
    })
}

/** A choice that is none of ours changes nothing: there is no form to correct. */
async function fields(c: AppContext): Promise<Record<string, string | undefined>> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
