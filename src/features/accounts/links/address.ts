import { NotFound } from '#platform/errors.ts'
import type { Reader } from '#platform/database/index.ts'
import type { AccountsDeps } from '../deps.ts'
import { findLink, type LinkPurpose, type OneTimeLink } from './store.ts'

const PATHS: Record<LinkPurpose, string> = {
  'sign-in': '/sign-in/link',
  recovery: '/sign-in/link',
  'email-change': '/me/email/confirm',
}
const IDS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The whole address of a link, secret included. */
export function linkUrl(
  { keys, config }: Pick<AccountsDeps, 'keys' | 'config'>,
  purpose: LinkPurpose,
  id: string,
): string {
  return `${config.origin}${PATHS[purpose]}/${id}/${keys.linkToken(purpose, id)}`
}

/** The link that somebody holds. An unknown id and a wrong secret look the same: not found. */
export async function findLinkByToken(
  { keys }: Pick<AccountsDeps, 'keys'>,
  reader: Reader,
  id: string,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<OneTimeLink> {
  const link = isId(id) ? await findLink(reader, id) : undefined
  if (!link || !purposes.includes(link.purpose) || !keys.isLinkToken(link.purpose, id, token))
    throw new NotFound('No such link')
  return link
}

/** True for an id as the database writes it; anything else would be an error there. */
export function isId(id: string): boolean {
  return IDS.test(id)
}
