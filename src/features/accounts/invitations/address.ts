import { NotFound } from '#platform/errors.ts'
import type { Reader } from '#platform/database/index.ts'
import type { AccountsDeps } from '../deps.ts'
import { isId } from '../links/address.ts'
import { findInvitation, type Invitation } from './store.ts'

const PURPOSE = 'invitation'

/** The whole address of an invitation, secret included. */
export function invitationUrl({ keys, config }: Pick<AccountsDeps, 'keys' | 'config'>, id: string): string {
  return `${config.origin}/invitations/${id}/${keys.linkToken(PURPOSE, id)}`
}

/** The invitation that somebody holds. An unknown id and a wrong secret look the same: not found. */
export async function findInvitationByToken(
  { keys }: Pick<AccountsDeps, 'keys'>,
  reader: Reader,
  id: string,
  token: string,
): Promise<Invitation> {
  const invitation = isId(id) && keys.isLinkToken(PURPOSE, id, token) ? await findInvitation(reader, id) : undefined
  if (!invitation) throw new NotFound('No such invitation')
  return invitation
}
