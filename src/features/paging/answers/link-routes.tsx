import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { Limit } from '#platform/web/limits.ts'
import { answerPage } from '../calls.ts'
import type { PagingDeps } from '../deps.ts'
import { AnswerForm } from '../forms.ts'
import { isLinkOver } from '../rules.ts'
import { pagingWords } from '../words.ts'
import { AnswerPage, LinkOverPage } from './answer.page.tsx'
import { loadPage, type LoadedPage } from './load.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Counted after the token was found right: guessing cannot lock anybody out. */
const OPENED: Limit = { name: 'page-link', points: 60, seconds: 60 }
const GUESSED: Limit = { name: 'page-link-guess', points: 20, seconds: 60 }

/**
 * The link in a message: `/p/:page/:token`, without sign-in, in the language of the person who was paged. Opening it answers nothing,
 * because mail scanners open links too. The token is computed from the page's id and stored nowhere.
 */
export function linkRoutes(deps: PagingDeps): Routes {
  async function load(c: AppContext): Promise<LoadedPage> {
    const id = c.req.param('page') ?? ''
    const token = c.req.param('token') ?? ''
    if (!UUID.test(id)) throw new NotFound('No such page')
    if (!deps.keys.isLinkToken('page', id, token)) {
      await deps.limits.spend(GUESSED, id)
      throw new NotFound('No such page')
    }
    await deps.limits.spend(OPENED, id)
    const loaded = await loadPage(deps, id)
    if (!loaded) throw new NotFound('No such page')
    c.set('locale', loaded.locale)
    return loaded
  }

  function draw(c: AppContext, loaded: LoadedPage, problem?: FormProblem) {
    const style = timeStyle(c)
    const words = pagingWords(style.locale)
    const drill = loaded.call.exerciseId === null ? undefined : { label: words('link.drill') }
    if (isLinkOver(loaded.page, loaded.call, c.get('now'))) {
      c.status(410)
      return c.render(<LinkOverPage style={style} />, { title: words('link.over-title'), frame: 'bare', drill })
    }
    const said = loaded.inWords(style)
    return c.render(
      <AnswerPage
        {...loaded.view}
        {...said}
        action={`/p/${loaded.page.id}/${c.req.param('token')}`}
        thanks={c.req.query('thanks') !== undefined}
        {...(problem && { problem })}
      />,
      { title: said.sentence, frame: 'bare', drill },
    )
  }

  return new Hono<AppEnv>()
    .get('/p/:page/:token', async (c) => draw(c, await load(c)))
    .post('/p/:page/:token', async (c) => {
      const loaded = await load(c)
      if (isLinkOver(loaded.page, loaded.call, c.get('now')) || loaded.call.state === 'ended') {
        return c.redirect(c.req.path, 303)
      }
      const form = await readForm(c, AnswerForm)
      if (!form.ok) {
        c.status(422)
        return draw(c, loaded, form)
      }
      await answerPage(deps, { pageId: loaded.page.id, ...form.data, via: 'link' })
      return c.redirect(`${c.req.path}?thanks`, 303)
    })
}
