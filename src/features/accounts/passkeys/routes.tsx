import { Hono } from 'hono'
import type { z } from 'zod'
import { Invalid, TooMany } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, safeReturnPath, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { browserOf, welcome } from '../sessions/actions.ts'
import { deviceName } from '../sessions/rules.ts'
import { ADDRESS_LIMIT } from '../sign-in/limits.ts'
import { accountsWords } from '../words.ts'
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from './actions.ts'
import { NewPasskeyBody, PasskeyNameForm, PasskeySignInBody } from './forms.ts'
import { PasskeysPage } from './passkeys.page.tsx'
import { listPasskeysOf } from './store.ts'

/** Passkeys need scripts: their four calls speak JSON. All the rest are pages. */
export function passkeyRoutes(deps: AccountsDeps): Routes {
  const { db, limits } = deps

  async function drawPasskeys(c: AppContext, problem?: FormProblem & { id: string }) {
    const actor = signedIn(c)
    const words = accountsWords(c.get('locale'))
    const when = (at: Date) => `${relativeTime(at, c.get('now'), c.get('locale'))}, ${dateAndTime(at, timeStyle(c))}`
    const passkeys = (await db.read((reader) => listPasskeysOf(reader, actor.id))).map((passkey) => ({
      id: passkey.id,
      name: passkey.name,
      isBackedUp: passkey.isBackedUp,
      added: when(passkey.createdAt),
      used: passkey.usedAt && when(passkey.usedAt),
    }))
    return c.render(<PasskeysPage words={words} passkeys={passkeys} problem={problem} />, {
      title: words('passkeys.title'),
      frame: 'public',
      narrow: true,
      scripts: ['accounts.js'],
    })
  }

  return new Hono<AppEnv>()
    .get('/me/passkeys', (c) => drawPasskeys(c))
    .post('/me/passkeys/options', async (c) => c.json(await askForNewPasskey(deps, signedIn(c), c.get('organisation'))))
    .post('/me/passkeys', async (c) => {
      const actor = signedIn(c)
      return answer(c, async () => {
        const body = await readJson(c, NewPasskeyBody)
        const device = deviceName(c.req.header('User-Agent'))
        const name = body.name || device || accountsWords(c.get('locale'))('passkey.unnamed')
        await addPasskey(deps, actor, { ...body, name })
        return '/me/passkeys'
      })
    })
    .post('/me/passkeys/:id/name', async (c) => {
      const actor = signedIn(c)
      const form = await readForm(c, PasskeyNameForm)
      if (!form.ok) {
        c.status(422)
        return drawPasskeys(c, { ...form, id: c.req.param('id') })
      }
      await renamePasskey(deps, actor, c.req.param('id'), form.data.name)
      return c.redirect('/me/passkeys', 303)
    })
    .post('/me/passkeys/:id/remove', async (c) => {
      await removePasskey(deps, signedIn(c), c.req.param('id'))
      return c.redirect('/me/passkeys', 303)
    })
    .post('/sign-in/passkey/options', async (c) => {
      await limits.spend(ADDRESS_LIMIT, deps.addressOf(c))
      return c.json(await askForPasskey(deps))
    })
    .post('/sign-in/passkey', (c) =>
      answer(c, async () => {
        await limits.spend(ADDRESS_LIMIT, deps.addressOf(c))
        const body = await readJson(c, PasskeySignInBody)
        const session = await signInByPasskey(deps, body, browserOf(deps, c))
        if (!session) throw new Invalid({ form: 'passkey.sign-in-failed' })
        welcome(deps, c, session)
        return safeReturnPath(body.to, '/')
      }),
    )
}

async function readJson<Schema extends z.ZodType>(c: AppContext, schema: Schema): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined))
  if (!parsed.success) throw new Invalid({ form: 'passkey.failed' })
  return parsed.data
}

/** Where to go next, or what went wrong, in the reader's words. */
async function answer(c: AppContext, act: () => Promise<string>): Promise<Response> {
  const words = accountsWords(c.get('locale'))
  try {
    return c.json({ to: await act() })
  } catch (error) {
    if (error instanceof TooMany) return c.json({ message: words('sign-in.too-many') }, 429)
    if (!(error instanceof Invalid)) throw error
    const key = error.fields['form'] ?? 'passkey.failed'
    return c.json({ message: words.has(key) ? words(key) : key }, 422)
  }
}
