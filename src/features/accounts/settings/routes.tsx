import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { signedIn, type AppEnv, type Routes } from '#platform/web/context.ts'
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
export function settingsRoutes(): Routes {
  return new Hono<AppEnv>().get('/settings', (c) => {
    const actor = signedIn(c)
    const entries: SettingsEntry[] = [
      ...(canManageOrganisation(actor) ? (['organisation'] as const) : []),
      ...(canManagePeople(actor) ? (['people', 'invitations'] as const) : []),
      ...(canReadKeptMail(actor) ? (['mail'] as const) : []),
      ...(canReadRetention(actor) ? (['data'] as const) : []),
      ...(canReadAudit(actor) ? (['audit'] as const) : []),
    ]
    if (entries.length === 0) throw new NotFound('No such page')
    const words = accountsWords(c.get('locale'))
    return c.render(<SettingsPage words={words} entries={entries} />, {
      title: words('settings.title'),
      frame: 'staff',
    })
  })
}
