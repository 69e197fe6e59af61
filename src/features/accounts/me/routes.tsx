import { Hono } from 'hono'
import { Conflict, Invalid, NotFound, NotSignedIn } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { Child } from 'hono/jsx'
import { CONSENTS, isInForce } from '../consents/rules.ts'
import { listConsentsOf } from '../consents/store.ts'
import type { AccountsDeps } from '../deps.ts'
import { eraseOwnAccount, exportPerson } from '../erasure/actions.ts'
import { EraseForm } from '../erasure/forms.ts'
import { findLinkByToken, isId } from '../links/address.ts'
import { LinkGonePage } from '../links/link.page.tsx'
import { isLinkGood } from '../links/rules.ts'
import { listPasskeysOf } from '../passkeys/store.ts'
import { findPerson, type Person } from '../people/store.ts'
import { endSession, findSession } from '../sessions/actions.ts'
import { giveChoiceCookie, takeSessionCookie } from '../sessions/cookie.ts'
import { listSessionsOf, type LiveSession } from '../sessions/store.ts'
import { accountsWords, inWords } from '../words.ts'
import {
  answerConsent,
  changePassword,
  changeProfile,
  confirmEmailChange,
  requestEmailChange,
  signOutElsewhere,
} from './actions.ts'
import { ConsentsPage } from './consents.page.tsx'
import { DataPage } from './data.page.tsx'
import { ConfirmEmailPage, EmailPage } from './email.page.tsx'
import { ConsentForm, EmailForm, PasswordForm, ProfileForm } from './forms.ts'
import { MePage } from './me.page.tsx'
import { PasswordPage } from './password.page.tsx'
import { needsCurrentPassword } from './rules.ts'
import { SessionsPage } from './sessions.page.tsx'

/** What everybody does with their own account. */
export function meRoutes(deps: AccountsDeps): Routes {
  const { db, config } = deps

  /** Who is here, by the session itself: these pages show and end sessions. */
  async function me(c: AppContext): Promise<{ session: LiveSession; person: Person }> {
    const session = await findSession(deps, c)
    const person = session && (await db.read((reader) => findPerson(reader, session.personId)))
    if (!session || !person) throw new NotSignedIn('Sign in first')
    return { session, person }
  }

  const when = (c: AppContext) => (at: Date) =>
    `${relativeTime(at, c.get('now'), c.get('locale'))}, ${dateAndTime(at, timeStyle(c))}`
  const wordsOf = (c: AppContext) => accountsWords(c.get('locale'))
  const draw = (c: AppContext, page: Child, title: string) => c.render(page, { title, frame: 'public', narrow: true })

  /** Draws the page anew with what the action refused. Passwords are never sent back. */
  function problemOf(error: unknown, values: FormProblem['values']): FormProblem {
    if (!(error instanceof Invalid)) throw error
    const { password: _password, current: _current, ...kept } = values
    return { errors: error.fields, values: kept }
  }

  async function drawMe(c: AppContext, problem?: FormProblem) {
    const { person, session } = await me(c)
    const { sessions, passkeys } = await db.read(async (reader) => ({
      sessions: await listSessionsOf(reader, session.personId, c.get('now')),
      passkeys: await listPasskeysOf(reader, session.personId),
    }))
    const counts = { sessions: sessions.length, passkeys: passkeys.length }
    const isSaved = c.req.query('saved') !== undefined
    const links = deps
      .rooms()
      .flatMap((room) => room.settings?.(signedIn(c), c.get('locale')) ?? [])
      .filter((link) => link.of === 'person')
    return draw(
      c,
      <MePage words={wordsOf(c)} person={person} {...counts} isSaved={isSaved} links={links} problem={problem} />,
      wordsOf(c)('me.title'),
    )
  }

  async function drawEmail(c: AppContext, problem?: FormProblem) {
    const { person, session } = await me(c)
    const needsPassword = needsCurrentPassword(session, person.passwordHash !== null, c.get('now'))
    const isSent = c.req.query('sent') !== undefined
    const page = (
      <EmailPage
        words={wordsOf(c)}
        email={person.email ?? ''}
        needsPassword={needsPassword}
        isSent={isSent}
        problem={problem}
      />
    )
    return draw(c, page, wordsOf(c)('me.email-title'))
  }

  async function drawPassword(c: AppContext, problem?: FormProblem) {
    const { person, session } = await me(c)
    const needsPassword = needsCurrentPassword(session, person.passwordHash !== null, c.get('now'))
    const page = (
      <PasswordPage words={wordsOf(c)} email={person.email ?? ''} needsPassword={needsPassword} problem={problem} />
    )
    return draw(c, page, wordsOf(c)('me.password-title'))
  }

  async function drawData(c: AppContext, problem?: FormProblem) {
    await me(c)
    return draw(c, <DataPage words={wordsOf(c)} problem={problem} />, wordsOf(c)('me.data-title'))
  }

  return new Hono<AppEnv>()
    .get('/me', (c) => drawMe(c))
    .post('/me', async (c) => {
      const { session } = await me(c)
      const form = await readForm(c, ProfileForm)
      if (!form.ok) {
        c.status(422)
        return drawMe(c, form)
      }
      await changeProfile(deps, session, form.data)
      giveChoiceCookie(c, config.origin, 'lang', form.data.locale)
      return c.redirect('/me?saved', 303)
    })

    .get('/me/email', (c) => drawEmail(c))
    .post('/me/email', async (c) => {
      const { session } = await me(c)
      const form = await readForm(c, EmailForm)
      try {
        if (!form.ok) throw new Invalid(form.errors)
        await requestEmailChange(deps, session, form.data)
      } catch (error) {
        const problem = problemOf(error, form.ok ? form.data : form.values)
        c.status(422)
        return drawEmail(c, problem)
      }
      return c.redirect('/me/email?sent', 303)
    })
    .get('/me/email/confirm/:id/:token', async (c) => {
      const { id, token } = c.req.param()
      const link = await db.read((reader) => findLinkByToken(deps, reader, id, token, ['email-change']))
      if (!isLinkGood(link, c.get('now'))) return drawGone(c)
      return draw(
        c,
        <ConfirmEmailPage words={wordsOf(c)} path={c.req.path} email={link.email ?? ''} />,
        wordsOf(c)('email.confirm-title'),
      )
    })
    .post('/me/email/confirm/:id/:token', async (c) => {
      const { id, token } = c.req.param()
      try {
        await confirmEmailChange(deps, id, token)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return drawGone(c)
      }
      return c.redirect(c.get('actor') ? '/me?saved' : '/sign-in', 303)
    })

    .get('/me/password', (c) => drawPassword(c))
    .post('/me/password', async (c) => {
      const { session } = await me(c)
      const form = await readForm(c, PasswordForm)
      try {
        if (!form.ok) throw new Invalid(form.errors)
        await changePassword(deps, session, form.data)
      } catch (error) {
        const problem = problemOf(error, {})
        c.status(422)
        return drawPassword(c, problem)
      }
      return c.redirect('/me?saved', 303)
    })

    .get('/me/sessions', async (c) => {
      const { session } = await me(c)
      const words = wordsOf(c)
      const sessions = await db.read((reader) => listSessionsOf(reader, session.personId, c.get('now')))
      const shown = sessions.map(({ id, device, method, createdAt, seenAt }) => ({
        id,
        device: device || words('sessions.unknown-device'),
        method: inWords(words, 'sessions.by', method),
        since: when(c)(createdAt),
        seen: when(c)(seenAt),
        isThis: id === session.id,
      }))
      return draw(c, <SessionsPage words={words} sessions={shown} />, words('sessions.title'))
    })
    .post('/me/sessions/everywhere', async (c) => {
      const { session } = await me(c)
      await signOutElsewhere(deps, session)
      return c.redirect('/me/sessions', 303)
    })
    .post('/me/sessions/:id/end', async (c) => {
      const actor = signedIn(c)
      const id = c.req.param('id')
      if (!isId(id)) throw new NotFound('No such session')
      await endSession(deps, actor, id)
      return c.redirect('/me/sessions', 303)
    })

    .get('/me/consents', async (c) => {
      const { session } = await me(c)
      const given = await db.read((reader) => listConsentsOf(reader, session.personId))
      const choices = CONSENTS.map(({ purpose }) => {
        const latest = given.find((consent) => consent.purpose === purpose && consent.withdrawnAt === null)
        const isGiven = isInForce(given, purpose)
        return { purpose, isGiven, since: isGiven && latest ? when(c)(latest.givenAt) : undefined }
      })
      const page = <ConsentsPage words={wordsOf(c)} organisation={c.get('organisation').name} choices={choices} />
      return draw(c, page, wordsOf(c)('consents.title'))
    })
    .post('/me/consents', async (c) => {
      const { session } = await me(c)
      const form = await readForm(c, ConsentForm)
      if (!form.ok) throw new Invalid(form.errors)
      await answerConsent(deps, session, form.data.purpose, form.data.answer, c.get('locale'))
      return c.redirect('/me/consents', 303)
    })

    .get('/me/data', (c) => drawData(c))
    .post('/me/export', async (c) => {
      const data = await exportPerson(deps, signedIn(c))
      c.header('Content-Disposition', 'attachment; filename="salve-my-data.json"')
      return c.body(JSON.stringify(data, null, 2), 200, { 'Content-Type': 'application/json; charset=utf-8' })
    })
    .post('/me/erase', async (c) => {
      const actor = signedIn(c)
      const form = await readForm(c, EraseForm)
      try {
        if (!form.ok) throw new Invalid(form.errors)
        await eraseOwnAccount(deps, actor)
      } catch (error) {
        const problem = problemOf(error, {})
        c.status(422)
        return drawData(c, problem)
      }
      takeSessionCookie(c, config.origin)
      return c.redirect('/', 303)
    })

  function drawGone(c: AppContext) {
    c.status(410)
    return draw(c, <LinkGonePage words={wordsOf(c)} />, wordsOf(c)('link.gone-title'))
  }
}
