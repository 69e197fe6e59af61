import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { signedIn, type AppEnv, type Routes } from '#platform/web/context.ts'
import type { AccountsDeps } from '../deps.ts'
import {
  canManageOrganisation,
  canManagePeople,
  canReadAudit,
  canReadKeptMail,
  canReadRetention,
} from '../permissions.ts'
import { accountsWords } from '../words.ts'
import { SettingsPage, type SettingsEntry } from './settings.page.tsx'

/** The way into everything that an administrator sets. */
export function settingsRoutes({ rooms }: Pick<AccountsDeps, 'rooms'>): Routes {
  return new Hono<AppEnv>().get('/settings', (c) => {
    const actor = signedIn(c)
    const entries: SettingsEntry[] = [
      ...(canManageOrganisation(actor) ? (['organisation'] as const) : []),
      ...(canManagePeople(actor) ? (['people', 'invitations'] as const) : []),
      ...(canReadKeptMail(actor) ? (['mail'] as const) : []),
      ...(canReadRetention(actor) ? (['data'] as const) : []),
      ...(canReadAudit(actor) ? (['audit'] as const) : []),
    ]
    const locale = c.get('locale')
    const ofRooms = rooms().flatMap((room) => room.settings?.(actor, locale) ?? [])
    const links = ofRooms.filter((link) => link.of === 'organisation')
    if (entries.length + links.length === 0) throw new NotFound('No such page')
    const words = accountsWords(locale)
    return c.render(<SettingsPage words={words} entries={entries} links={links} />, {
      title: words('settings.title'),
      frame: 'staff',
    })
  })
}
