import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { signedIn, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { Actor } from '#platform/actor.ts'
import type { AccountsDeps } from '../deps.ts'
import { canManageOrganisation } from '../permissions.ts'
import { accountsWords } from '../words.ts'
import { changeOrganisation, takeCountryDefaults } from './actions.ts'
import type { OrganisationCache } from './cache.ts'
import { countryChoices, zoneChoices } from './choices.ts'
import { organisationForm } from './forms.ts'
import { OrganisationPage } from './organisation.page.tsx'

export function organisationRoutes(deps: AccountsDeps, cache: OrganisationCache): Routes {
  function administrator(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canManageOrganisation(actor)) throw new NotFound('No such page')
    return actor
  }

  function draw(c: AppContext, problem?: FormProblem) {
    const locale = c.get('locale')
    const words = accountsWords(locale)
    const page = (
      <OrganisationPage
        words={words}
        organisation={c.get('organisation')}
        countries={countryChoices(locale)}
        zones={zoneChoices()}
        today={dayIn(c.get('organisation').zone, c.get('now'))}
        isSaved={c.req.query('saved') !== undefined}
        problem={problem}
      />
    )
    return c.render(page, { title: words('organisation.title'), frame: 'staff' })
  }

  return new Hono<AppEnv>()
    .get('/settings/organisation', (c) => {
      administrator(c)
      return draw(c)
    })
    .post('/settings/organisation', async (c) => {
      const actor = administrator(c)
      const form = await readForm(c, organisationForm(dayIn(c.get('organisation').zone, c.get('now'))))
      if (!form.ok) {
        c.status(422)
        return draw(c, form)
      }
      await changeOrganisation(deps, actor, form.data)
      cache.forget()
      return c.redirect('/settings/organisation?saved', 303)
    })
    .post('/settings/organisation/suggested', async (c) => {
      await takeCountryDefaults(deps, administrator(c))
      cache.forget()
      return c.redirect('/settings/organisation?saved', 303)
    })
}

/** The day there, as in `2026-11-22`. */
function dayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now)
}
