import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import { dateAndTime, relativeTime } from '#platform/i18n/time.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import type { AccountsDeps } from '../deps.ts'
import { isId } from '../links/address.ts'
import { people } from '../people/door.ts'
import { rolesInWords } from '../people/role-words.ts'
import { canAcceptInvitation, canManagePeople } from '../permissions.ts'
import { browserOf, welcome } from '../sessions/actions.ts'
import { passwordFlaw } from '../sign-in/password-rules.ts'
import { accountsWords } from '../words.ts'
import { acceptInvitation, invite, revokeInvitation } from './actions.ts'
import { findInvitationByToken, invitationUrl } from './address.ts'
import { InvitationForm, JoinForm } from './forms.ts'
import { InvitationsPage } from './invitations.page.tsx'
import { InvitationGonePage, JoinPage } from './join.page.tsx'
import { invitationState } from './rules.ts'
import { listInvitations, type Invitation } from './store.ts'

export function invitationRoutes(deps: AccountsDeps): Routes {
  const { db, mail } = deps

  function administrator(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!canManagePeople(actor)) throw new NotFound('No such page')
    return actor
  }

  async function drawInvitations(c: AppContext, problem?: FormProblem) {
    const words = accountsWords(c.get('locale'))
    const when = (at: Date) => `${relativeTime(at, c.get('now'), c.get('locale'))}, ${dateAndTime(at, timeStyle(c))}`
    const shown = await db.read(async (reader) => {
      const invitations = await listInvitations(reader)
      const senders = await people(
        reader,
        invitations.map(({ invitedBy }) => invitedBy),
        c.get('locale'),
      )
      return invitations.map((invitation) => {
        const state = invitationState(invitation, c.get('now'))
        return {
          id: invitation.id,
          name: invitation.name,
          email: invitation.email,
          roles: rolesInWords(words, invitation.roles),
          by: senders.get(invitation.invitedBy ?? '')?.name ?? words('person.former'),
          state,
          when: when(state === 'accepted' && invitation.acceptedAt ? invitation.acceptedAt : invitation.expiresAt),
          link: mail.isKept && state === 'open' ? invitationUrl(deps, invitation.id) : undefined,
        }
      })
    })
    return c.render(<InvitationsPage words={words} invitations={shown} locale={c.get('locale')} problem={problem} />, {
      title: words('invitations.title'),
      frame: 'staff',
    })
  }

  function drawJoin(c: AppContext, invitation: Invitation, problem?: FormProblem) {
    const words = accountsWords(c.get('locale'))
    const organisation = c.get('organisation').name
    const page = (
      <JoinPage words={words} organisation={organisation} invitation={invitation} path={c.req.path} problem={problem} />
    )
    return c.render(page, { title: words('join.title', { organisation }), frame: 'public', narrow: true })
  }

  function drawGone(c: AppContext) {
    c.status(410)
    const words = accountsWords(c.get('locale'))
    return c.render(<InvitationGonePage words={words} />, {
      title: words('join.gone-title'),
      frame: 'public',
      narrow: true,
    })
  }

  async function heldInvitation(c: AppContext): Promise<Invitation> {
    return db.read((reader) => findInvitationByToken(deps, reader, c.req.param('id') ?? '', c.req.param('token') ?? ''))
  }

  return new Hono<AppEnv>()
    .get('/settings/invitations', (c) => {
      administrator(c)
      return drawInvitations(c)
    })
    .post('/settings/invitations', async (c) => {
      const actor = administrator(c)
      const form = await readForm(c, InvitationForm)
      if (!form.ok) {
        c.status(422)
        return drawInvitations(c, form)
      }
      try {
        await invite(deps, actor, form.data)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        c.status(422)
        return drawInvitations(c, { errors: error.fields, values: form.data })
      }
      return c.redirect('/settings/invitations', 303)
    })
    .post('/settings/invitations/:id/revoke', async (c) => {
      const actor = administrator(c)
      const id = c.req.param('id')
      if (!isId(id)) throw new NotFound('No such invitation')
      await revokeInvitation(deps, actor, id)
      return c.redirect('/settings/invitations', 303)
    })
    .get('/invitations/:id/:token', async (c) => {
      const invitation = await heldInvitation(c)
      return canAcceptInvitation(invitation, c.get('now')) ? drawJoin(c, invitation) : drawGone(c)
    })
    .post('/invitations/:id/:token', async (c) => {
      const invitation = await heldInvitation(c)
      if (!canAcceptInvitation(invitation, c.get('now'))) return drawGone(c)
      const form = await readForm(c, JoinForm)
      const flaw = form.ok ? passwordFlaw(form.data.password, [form.data.name, invitation.email]) : undefined
      if (!form.ok || flaw) {
        c.status(422)
        const { password: _password, ...values } = form.ok ? form.data : form.values
        return drawJoin(c, invitation, { values, errors: form.ok ? { password: flaw ?? '' } : form.errors })
      }
      try {
        const { id, token } = c.req.param()
        const session = await acceptInvitation(deps, { id, token, ...form.data }, browserOf(deps, c))
        welcome(deps, c, session)
        return c.redirect('/', 303)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return drawGone(c)
      }
    })
}
