import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { PagingDeps } from '../deps.ts'
import { ContactForm } from '../forms.ts'
import { canHaveContactMethods, canSeeReachability, PAGEABLE_ROLES } from '../permissions.ts'
import { listReachability } from '../summary.ts'
import { pagingWords } from '../words.ts'
import {
  addContactMethod,
  raiseContactMethod,
  removeContactMethod,
  testContactMethod,
  testUnproven,
} from './actions.ts'
import { ContactPage, type ContactDone } from './contact.page.tsx'
import { ReachabilityPage } from './reachability.page.tsx'
import { listContactMethods, listPendingTests } from './store.ts'

const METHOD = ':method{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'
const DONE: readonly string[] = ['added', 'removed', 'test-sent'] satisfies ContactDone[]

/** How a person is reached, and who can be. */
export function contactRoutes(deps: PagingDeps): Routes {
  const { accounts, db, mail } = deps

  /** Hidden from those who are never paged. */
  function reachable(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canHaveContactMethods(actor)) throw new NotFound('No such page')
    return actor
  }

  async function drawContact(c: AppContext, actor: Actor, problem?: FormProblem) {
    const done = c.req.query('done') ?? ''
    const loaded = await db.read(async (reader) => {
      const methods = await listContactMethods(reader, [actor.id])
      const pending = await listPendingTests(
        reader,
        methods.map(({ id }) => id),
      )
      return { methods, pending, people: await accounts.people(reader, [actor.id]) }
    })
    return c.render(
      <ContactPage
        style={timeStyle(c)}
        now={c.get('now')}
        methods={loaded.methods}
        pending={new Map(loaded.pending.map(({ methodId, at }) => [methodId, at]))}
        email={loaded.people.get(actor.id)?.email ?? null}
        isMailKept={mail.isKept}
        {...(!problem && DONE.includes(done) && { done: done as ContactDone })}
        {...(problem && { problem })}
      />,
      { title: pagingWords(c.get('locale'))('contact.title'), frame: 'staff' },
    )
  }

  function watcher(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canSeeReachability(actor)) throw new NotFound('No such page')
    return actor
  }

  /** Everybody whose role may be paged, worst first. */
  function listPageable() {
    return db.read(async (reader) => {
      const people = await accounts.listPeople(reader)
      const ids = people
        .filter((person) => PAGEABLE_ROLES.some((role) => person.roles.includes(role)))
        .map(({ id }) => id)
      return listReachability(deps, reader, ids)
    })
  }

  return new Hono<AppEnv>()
    .get('/me/contact', (c) => drawContact(c, reachable(c)))
    .post('/me/contact', async (c) => {
      const actor = reachable(c)
      const form = await readForm(c, ContactForm)
      if (!form.ok) {
        c.status(422)
        return drawContact(c, actor, form)
      }
      try {
        await addContactMethod(deps, actor, form.data.address)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        c.status(422)
        return drawContact(c, actor, { errors: error.fields, values: { address: form.data.address } })
      }
      return c.redirect('/me/contact?done=added', 303)
    })
    .post(`/me/contact/${METHOD}/test`, async (c) => {
      await testContactMethod(deps, reachable(c), c.req.param('method'))
      return c.redirect('/me/contact?done=test-sent', 303)
    })
    .post(`/me/contact/${METHOD}/up`, async (c) => {
      await raiseContactMethod(deps, reachable(c), c.req.param('method'))
      return c.redirect('/me/contact', 303)
    })
    .post(`/me/contact/${METHOD}/remove`, async (c) => {
      await removeContactMethod(deps, reachable(c), c.req.param('method'))
      return c.redirect('/me/contact?done=removed', 303)
    })
    .get('/settings/reachability', async (c) => {
      watcher(c)
      const sent = Number.parseInt(c.req.query('sent') ?? '', 10)
      return c.render(
        <ReachabilityPage
          style={timeStyle(c)}
          people={await listPageable()}
          isMailKept={mail.isKept}
          {...(sent >= 0 && { testsSent: sent })}
        />,
        { title: pagingWords(c.get('locale'))('reach.title'), frame: 'staff' },
      )
    })
    .post('/settings/reachability/test', async (c) => {
      const actor = watcher(c)
      const unproven = (await listPageable()).filter(({ reach }) => reach !== 'tested')
      const sent = await testUnproven(
        deps,
        actor,
        unproven.map(({ personId }) => personId),
      )
      return c.redirect(`/settings/reachability?sent=${sent}`, 303)
    })
}
