import { z } from 'zod'
import { defineJob, type Job } from '#platform/jobs/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { drawMail, type MailContent } from '#platform/mail/index.ts'
import type { Organisation } from '#platform/organisation.ts'
import type { AccountsDeps } from '../deps.ts'
import { INVITATION_DAYS, invitationState } from '../invitations/rules.ts'
import { findInvitation } from '../invitations/store.ts'
import { invitationUrl } from '../invitations/address.ts'
import { linkUrl } from '../links/address.ts'
import { isLinkGood, LINK_MINUTES } from '../links/rules.ts'
import { findLink } from '../links/store.ts'
import { rolesInWords } from '../people/role-words.ts'
import { findPerson } from '../people/store.ts'
import { accountsWords, type AccountsWords } from '../words.ts'
import { mailJobNames } from './names.ts'

const linkData = z.object({ linkId: z.string() })

/** The room's mail. Jobs carry ids only: addresses and secrets are looked up or computed at the moment of sending. */
export function mailJobs(deps: AccountsDeps, organisation: () => Promise<Organisation>): Job[] {
  const { db, clock, mail, config } = deps

  interface Letter {
    to: string
    locale: Locale
    /** The same for each try of the same message. */
    id: string
    write(words: AccountsWords, house: Organisation): Pick<MailContent, 'subject' | 'paragraphs' | 'actions'>
  }

  async function send({ to, locale, id, write }: Letter): Promise<void> {
    const house = await organisation()
    const words = accountsWords(locale)
    const content = { locale, footer: words('mail.footer', { organisation: house.name }), ...write(words, house) }
    await mail.send({ to, messageId: `<${id}@${new URL(config.origin).hostname}>`, ...drawMail(content) })
  }

  const sendSignInLink = defineJob({
    name: mailJobNames.signInLink,
    data: linkData,
    async work({ linkId }) {
      const link = await db.read((reader) => findLink(reader, linkId))
      const person = link?.personId && (await db.read((reader) => findPerson(reader, link.personId ?? '')))
      if (!link || !person || !person.email || !isLinkGood(link, clock())) return
      await send({
        to: person.email,
        locale: person.locale,
        id: `sign-in-link.${link.id}`,
        write: (words, house) => ({
          subject: words('mail.sign-in.subject', { organisation: house.name }),
          paragraphs: [
            words('mail.greeting', { name: person.name }),
            words('mail.sign-in.text', { organisation: house.name, minutes: LINK_MINUTES['sign-in'] }),
            words('mail.not-you'),
          ],
          actions: [{ label: words('sign-in.do'), url: linkUrl(deps, 'sign-in', link.id) }],
        }),
      })
    },
  })

  const sendEmailConfirmation = defineJob({
    name: mailJobNames.emailConfirmation,
    data: linkData,
    async work({ linkId }) {
      const link = await db.read((reader) => findLink(reader, linkId))
      const person = link?.personId && (await db.read((reader) => findPerson(reader, link.personId ?? '')))
      if (!link || !person || !link.email || !isLinkGood(link, clock())) return
      await send({
        to: link.email,
        locale: person.locale,
        id: `email-confirmation.${link.id}`,
        write: (words, house) => ({
          subject: words('mail.confirm.subject', { organisation: house.name }),
          paragraphs: [
            words('mail.greeting', { name: person.name }),
            words('mail.confirm.text', { organisation: house.name, minutes: LINK_MINUTES['email-change'] }),
            words('mail.not-you'),
          ],
          actions: [{ label: words('email.confirm-do'), url: linkUrl(deps, 'email-change', link.id) }],
        }),
      })
    },
  })

  const sendInvitation = defineJob({
    name: mailJobNames.invitation,
    data: z.object({ invitationId: z.string() }),
    async work({ invitationId }) {
      const invitation = await db.read((reader) => findInvitation(reader, invitationId))
      if (!invitation || invitationState(invitation, clock()) !== 'open') return
      await send({
        to: invitation.email,
        locale: invitation.locale,
        id: `invitation.${invitation.id}`,
        write: (words, house) => ({
          subject: words('mail.invitation.subject', { organisation: house.name }),
          paragraphs: [
            words('mail.greeting', { name: invitation.name }),
            words('mail.invitation.text', {
              organisation: house.name,
              roles: rolesInWords(words, invitation.roles),
              days: INVITATION_DAYS,
            }),
            words('mail.not-you'),
          ],
          actions: [{ label: words('invitation.accept-do'), url: invitationUrl(deps, invitation.id) }],
        }),
      })
    },
  })

  const sendSecurityNotice = defineJob({
    name: mailJobNames.securityNotice,
    data: z.object({
      personId: z.string(),
      what: z.enum(['password', 'passkey', 'email']),
      linkId: z.string().optional(),
      key: z.string(),
    }),
    async work({ personId, what, linkId, key }) {
      const person = await db.read((reader) => findPerson(reader, personId))
      // After a change of address the used link remembers the old one: that is where the owner still looks.
      const link = linkId === undefined ? undefined : await db.read((reader) => findLink(reader, linkId))
      const to = what === 'email' ? link?.email : person?.email
      if (!person || person.erasedAt || !to) return
      await send({
        to,
        locale: person.locale,
        id: `security-notice.${key}`,
        write: (words, house) => ({
          subject: words(`mail.notice.${what}.subject`, { organisation: house.name }),
          paragraphs: [
            words('mail.greeting', { name: person.name }),
            words(`mail.notice.${what}.text`, { organisation: house.name }),
            words('mail.notice.not-you'),
          ],
          ...(what !== 'email' && {
            actions: [{ label: words('mail.notice.do'), url: `${config.origin}/me/sessions` }],
          }),
        }),
      })
    },
  })

  const sendTestMail = defineJob({
    name: mailJobNames.testMail,
    data: z.object({ personId: z.string(), key: z.string() }),
    async work({ personId, key }) {
      const person = await db.read((reader) => findPerson(reader, personId))
      if (!person?.email) return
      await send({
        to: person.email,
        locale: person.locale,
        id: `test-mail.${key}`,
        write: (words, house) => ({
          subject: words('mail.test.subject', { organisation: house.name }),
          paragraphs: [words('mail.greeting', { name: person.name }), words('mail.test.text')],
        }),
      })
    },
  })

  return [sendSignInLink, sendEmailConfirmation, sendInvitation, sendSecurityNotice, sendTestMail] as Job[]
}
