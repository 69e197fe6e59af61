import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { isId } from '../links/address.ts'
import { eraseByAdministrator } from '../erasure/actions.ts'
import { canManagePeople } from '../permissions.ts'
import { listSessionsOf } from '../sessions/store.ts'
import { accountsWords } from '../words.ts'
import { changeRoles, reinstatePerson, signOutPerson, suspendPerson } from './actions.ts'
import { RolesForm } from './forms.ts'
import { PeoplePage } from './people.page.tsx'
import { EraseForm } from '../erasure/forms.ts'
import { PersonPage } from './person.page.tsx'
import { findPerson, listPersons } from './store.ts'

export function peopleRoutes(deps: AccountsDeps): Routes {
  const { db } = deps

  function administrator(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canManagePeople(actor)) throw new NotFound('No such page')
    return actor
  }

  function personId(c: AppContext): string {
    const id = c.req.param('id') ?? ''
    if (!isId(id)) throw new NotFound('No such person')
    return id
  }

  async function drawPerson(c: AppContext, id: string, problem?: FormProblem) {
    const words = accountsWords(c.get('locale'))
    const { person, sessions } = await db.read(async (reader) => ({
      person: await findPerson(reader, id),
      sessions: await listSessionsOf(reader, id, c.get('now')),
    }))
    if (!person || person.erasedAt) throw new NotFound('No such person')
    const joined = `${relativeTime(person.createdAt, c.get('now'), c.get('locale'))}, ${dateAndTime(person.createdAt, timeStyle(c))}`
    const page = (
      <PersonPage words={words} person={person} joined={joined} sessions={sessions.length} problem={problem} />
    )
    return c.render(page, { title: person.name, frame: 'staff' })
  }

  /** Does it and comes back; what the rules refuse is said on the person's page. */
  async function act(c: AppContext, work: (actor: Actor, id: string) => Promise<void>, to?: string, values = {}) {
    const actor = administrator(c)
    const id = personId(c)
    try {
      await work(actor, id)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      c.status(422)
      return drawPerson(c, id, { values, errors: error.fields })
    }
    return c.redirect(to ?? `/settings/people/${id}`, 303)
  }

  return new Hono<AppEnv>()
    .get('/settings/people', async (c) => {
      administrator(c)
      const words = accountsWords(c.get('locale'))
      const page = <PeoplePage words={words} persons={await db.read(listPersons)} />
      return c.render(page, { title: words('people.title'), frame: 'staff' })
    })
    .get('/settings/people/:id', (c) => {
      administrator(c)
      return drawPerson(c, personId(c))
    })
    .post('/settings/people/:id', async (c) => {
      administrator(c)
      const form = await readForm(c, RolesForm)
      if (!form.ok) {
        c.status(422)
        return drawPerson(c, personId(c), form)
      }
      return act(c, (actor, id) => changeRoles(deps, actor, id, form.data.roles), undefined, form.data)
    })
    .post('/settings/people/:id/suspend', (c) => act(c, (actor, id) => suspendPerson(deps, actor, id)))
    .post('/settings/people/:id/reinstate', (c) => act(c, (actor, id) => reinstatePerson(deps, actor, id)))
    .post('/settings/people/:id/sign-out', (c) => act(c, (actor, id) => signOutPerson(deps, actor, id)))
    .post('/settings/people/:id/erase', async (c) => {
      administrator(c)
      const form = await readForm(c, EraseForm)
      if (!form.ok) {
        c.status(422)
        return drawPerson(c, personId(c), form)
      }
      return act(c, (actor, id) => eraseByAdministrator(deps, actor, id), '/settings/people')
    })
}
