import { Hono } from 'hono'
import { TooMany } from '#platform/errors.ts'
import type { AppContext, AppEnv, Routes } from '#platform/web/context.ts'
import { readForm, safeReturnPath, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { demoPersons } from '../people/demo.ts'
import { listPersons } from '../people/store.ts'
import { browserOf, signOut, welcome } from '../sessions/actions.ts'
import { accountsWords } from '../words.ts'
import { signInByPassword, signInToDemo } from './actions.ts'
import { DemoSignInForm, PasswordSignInForm } from './forms.ts'
import { SignInPage } from './sign-in.page.tsx'

export function signInRoutes(deps: AccountsDeps): Routes {
  const { db, config } = deps

  async function drawSignIn(c: AppContext, to: string | undefined, problem?: FormProblem) {
    const persons = config.isDemo ? await db.read(listPersons) : []
    const demo = demoPersons.flatMap(
      ({ email }) => persons.find((person) => person.email === email && !person.suspendedAt) ?? [],
    )
    const words = accountsWords(c.get('locale'))
    const page = (
      <SignInPage words={words} demo={demo} isDemo={config.isDemo} to={safeReturnPath(to, '/')} problem={problem} />
    )
    return c.render(page, { title: words('sign-in.title'), frame: 'public', narrow: true, scripts: ['accounts.js'] })
  }

  return new Hono<AppEnv>()
    .get('/sign-in', async (c) => {
      const to = c.req.query('to')
      return c.get('actor') ? c.redirect(safeReturnPath(to, '/'), 303) : drawSignIn(c, to)
    })
    .post('/sign-in', async (c) => {
      const form = await readForm(c, PasswordSignInForm)
      if (!form.ok) {
        c.status(422)
        return drawSignIn(c, String(form.values['to'] ?? ''), { ...form, values: withoutPassword(form.values) })
      }
      const { email, password, to } = form.data
      const failed = (key: string) => ({ errors: { password: key }, values: { email } })
      try {
        const session = await signInByPassword(
          deps,
          { email, password, address: deps.addressOf(c) },
          browserOf(deps, c),
        )
        if (session) {
          welcome(deps, c, session)
          return c.redirect(safeReturnPath(to, '/'), 303)
        }
      } catch (error) {
        if (!(error instanceof TooMany)) throw error
        c.status(429)
        c.header('Retry-After', String(error.retryAfter))
        return drawSignIn(c, to, failed('sign-in.too-many'))
      }
      c.status(422)
      return drawSignIn(c, to, failed('sign-in.failed'))
    })
    .post('/sign-in/demo', async (c) => {
      const form = await readForm(c, DemoSignInForm)
      if (!form.ok) {
        c.status(422)
        return drawSignIn(c, undefined, form)
      }
      const session = await signInToDemo(deps, form.data.person, browserOf(deps, c))
      welcome(deps, c, session)
      return c.redirect(safeReturnPath(form.data.to, '/'), 303)
    })
    .post('/sign-out', async (c) => {
      await signOut(deps, c)
      return c.redirect('/', 303)
    })
}

/** What was typed comes back, but a password never does. */
function withoutPassword(values: FormProblem['values']): FormProblem['values'] {
  const { password: _password, ...rest } = values
  return rest
}
