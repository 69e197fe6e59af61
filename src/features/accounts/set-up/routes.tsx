import { Hono } from 'hono'
import { Conflict, Invalid, TooMany } from '#platform/errors.ts'
import type { AppContext, AppEnv, Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import type { OrganisationCache } from '../organisation/cache.ts'
import { countryChoices, zoneChoices } from '../organisation/choices.ts'
import { UNNAMED } from '../organisation/rules.ts'
import { browserOf, welcome } from '../sessions/actions.ts'
import { accountsWords } from '../words.ts'
import { setUpHouse } from './actions.ts'
import { SetUpForm } from './forms.ts'
import { SetUpPage } from './set-up.page.tsx'

/** The first page of a new house, and never again once somebody has an account. */
export function setUpRoutes(deps: AccountsDeps, cache: OrganisationCache, isSetUp: () => Promise<boolean>): Routes {
  function draw(c: AppContext, problem?: FormProblem) {
    const locale = c.get('locale')
    const words = accountsWords(locale)
    const page = (
      <SetUpPage
        words={words}
        organisation={{ ...UNNAMED, name: '', languages: [locale, ...UNNAMED.languages] }}
        countries={countryChoices(locale)}
        zones={zoneChoices()}
        problem={problem}
      />
    )
    return c.render(page, { title: words('set-up.title'), frame: 'public', narrow: true })
  }

  return new Hono<AppEnv>()
    .get('/set-up', async (c) => ((await isSetUp()) ? c.redirect('/', 303) : draw(c)))
    .post('/set-up', async (c) => {
      if (await isSetUp()) throw new Conflict('This house is set up')
      const form = await readForm(c, SetUpForm)
      if (!form.ok) {
        c.status(422)
        return draw(c, { errors: form.errors, values: { ...form.values, password: '' } })
      }
      try {
        const session = await setUpHouse(deps, { ...form.data, address: deps.addressOf(c) }, browserOf(deps, c))
        cache.forget()
        welcome(deps, c, session)
        return c.redirect('/settings', 303)
      } catch (error) {
        const isTooMany = error instanceof TooMany
        if (!isTooMany && !(error instanceof Invalid)) throw error
        c.status(isTooMany ? 429 : 422)
        const { password: _password, code: _code, organisation, ...typed } = form.data
        const { country, zone, languages } = organisation
        const values = {
          ...typed,
          organisation: organisation.name,
          country,
          zone,
          language: languages[0] ?? 'en',
          languages,
        }
        return draw(c, { values, errors: isTooMany ? { code: 'set-up.too-many' } : error.fields })
      }
    })
}
