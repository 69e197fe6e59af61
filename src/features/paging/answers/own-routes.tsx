import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import { answerPage } from '../calls.ts'
import { personChannel, type PagingDeps } from '../deps.ts'
import { AnswerForm } from '../forms.ts'
import { canAnswer, canAnswerForOthers, canHaveContactMethods, canSeeReachability } from '../permissions.ts'
import { listPagesOfPerson } from '../page.store.ts'
import { pagingWords } from '../words.ts'
import { AnswerPage } from './answer.page.tsx'
import { loadPage, type LoadedPage } from './load.ts'
import { OwnPages, OwnPagesPage } from './own-pages.page.tsx'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHOWN = 100

/** Pages of a person who is signed in. */
export function ownRoutes(deps: PagingDeps): Routes {
  const { accounts, db, fragments, realtime } = deps

  const listOwn = (actor: Actor) => db.read((reader) => listPagesOfPerson(reader, actor.id, SHOWN))

  async function load(c: AppContext): Promise<{ loaded: LoadedPage; isOwn: boolean }> {
    const actor = signedIn(c)
    const id = c.req.param('page') ?? ''
    const loaded = UUID.test(id) ? await loadPage(deps, id) : undefined
    const isOwn = loaded !== undefined && canAnswer(actor, loaded.page)
    // A test proves an address, so that only its link may answer it.
    if (!loaded || loaded.call.mode === 'test' || !(isOwn || canAnswerForOthers(actor)))
      throw new NotFound('No such page')
    return { loaded, isOwn }
  }

  function draw(c: AppContext, { loaded, isOwn }: { loaded: LoadedPage; isOwn: boolean }, problem?: FormProblem) {
    const said = loaded.inWords(timeStyle(c))
    const words = pagingWords(c.get('locale'))
    const { linkEndsAt: _linkEndsAt, ...view } = loaded.view
    return c.render(
      <AnswerPage
        {...view}
        {...said}
        action={`/pages/${loaded.page.id}`}
        onBehalf={!isOwn}
        thanks={c.req.query('thanks') !== undefined}
        {...(problem && { problem })}
      />,
      {
        title: isOwn ? said.sentence : words('on-behalf.title', { name: view.name }),
        frame: 'bare',
        drill: loaded.call.exerciseId === null ? undefined : { label: words('link.drill') },
      },
    )
  }

  return new Hono<AppEnv>()
    .get('/pages', async (c) => {
      const actor = signedIn(c)
      const version = await realtime.version(personChannel(actor.id))
      return c.render(
        <OwnPagesPage
          style={timeStyle(c)}
          now={c.get('now')}
          pages={await listOwn(actor)}
          version={version}
          mayChangeContact={canHaveContactMethods(actor)}
          maySeeReachability={canSeeReachability(actor)}
        />,
        { title: pagingWords(c.get('locale'))('pages.title'), frame: 'staff' },
      )
    })
    .get('/pages/stream', (c) => {
      const actor = signedIn(c)
      const style = timeStyle(c)
      return fragments(c, {
        channel: personChannel(actor.id),
        variant: `own-pages ${style.locale}`,
        render: async () => String(<OwnPages style={style} now={deps.clock()} pages={await listOwn(actor)} />),
        recheckOn: accounts.sessionsChannel(actor.id),
        stillAllowed: () => accounts.isSessionAlive(c),
      })
    })
    .get('/pages/:page', async (c) => draw(c, await load(c)))
    .post('/pages/:page', async (c) => {
      const found = await load(c)
      if (found.loaded.call.state === 'ended') return c.redirect(c.req.path, 303)

      const form = await readForm(c, AnswerForm)
      if (!form.ok) {
        c.status(422)
        return draw(c, found, form)
      }
      await answerPage(deps, { pageId: found.loaded.page.id, ...form.data, via: found.isOwn ? 'in-app' : 'on-behalf' })
      return c.redirect(`${c.req.path}?thanks`, 303)
    })
}
