import { Hono } from 'hono'
import { Conflict, TooMany } from '#platform/errors.ts'
import type { AppContext, AppEnv, Routes } from '#platform/web/context.ts'
import { readForm, safeReturnPath, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { browserOf, welcome } from '../sessions/actions.ts'
import { LinkSignInForm } from '../sign-in/forms.ts'
import { accountsWords } from '../words.ts'
import { requestSignInLink, signInByLink } from './actions.ts'
import { findLinkByToken } from './address.ts'
import { AskForLinkPage, LinkGonePage, LinkPage, LinkSentPage } from './link.page.tsx'
import { isLinkGood } from './rules.ts'

export function linkRoutes(deps: AccountsDeps): Routes {
  const { db, mail } = deps

  function drawAsk(c: AppContext, to: string | undefined, problem?: FormProblem) {
    const words = accountsWords(c.get('locale'))
    const page = <AskForLinkPage words={words} to={safeReturnPath(to, '/')} problem={problem} />
    return c.render(page, { title: words('link.ask-title'), frame: 'public', narrow: true })
  }

  function drawGone(c: AppContext) {
    c.status(410)
    const words = accountsWords(c.get('locale'))
    return c.render(<LinkGonePage words={words} />, { title: words('link.gone-title'), frame: 'public', narrow: true })
  }

  return (
    new Hono<AppEnv>()
      .get('/sign-in/link', (c) => drawAsk(c, c.req.query('to')))
      .post('/sign-in/link', async (c) => {
        const form = await readForm(c, LinkSignInForm)
        if (!form.ok) {
          c.status(422)
          return drawAsk(c, String(form.values['to'] ?? ''), form)
        }
        const { email, to } = form.data
        try {
          await requestSignInLink(deps, { email, returnPath: safeReturnPath(to, '/'), address: deps.addressOf(c) })
        } catch (error) {
          if (!(error instanceof TooMany)) throw error
          c.status(429)
          c.header('Retry-After', String(error.retryAfter))
          return drawAsk(c, to, { errors: { email: 'link.too-many' }, values: { email } })
        }
        return c.redirect('/sign-in/link/sent', 303)
      })
      .get('/sign-in/link/sent', (c) => {
        const words = accountsWords(c.get('locale'))
        return c.render(<LinkSentPage words={words} isKept={mail.isKept} />, {
          title: words('link.sent-title'),
          frame: 'public',
          narrow: true,
        })
      })
      // Opening a link changes nothing: programs that look through mail open every link before its owner does.
      .get('/sign-in/link/:id/:token', async (c) => {
        const { id, token } = c.req.param()
        const link = await db.read((reader) => findLinkByToken(deps, reader, id, token, ['sign-in', 'recovery']))
        if (!isLinkGood(link, c.get('now'))) return drawGone(c)
        const words = accountsWords(c.get('locale'))
        const page = (
          <LinkPage
            words={words}
            organisation={c.get('organisation').name}
            path={c.req.path}
            isRecovery={link.purpose === 'recovery'}
          />
        )
        return c.render(page, { title: words('link.title'), frame: 'public', narrow: true })
      })
      .post('/sign-in/link/:id/:token', async (c) => {
        const { id, token } = c.req.param()
        try {
          const { session, returnPath } = await signInByLink(deps, id, token, browserOf(deps, c))
          welcome(deps, c, session)
          return c.redirect(safeReturnPath(returnPath, '/'), 303)
        } catch (error) {
          if (!(error instanceof Conflict)) throw error
          return drawGone(c)
        }
      })
  )
}
