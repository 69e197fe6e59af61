import type { Tx } from '#platform/database/index.ts'
import type { Ledger } from '#platform/ledger/index.ts'

/** The ledger chain of this room: who signed in, who was given which role, what was set. */
export const AUDIT_CHAIN = 'accounts'

/** What is recorded, with ids and codes only: no name, no address, nothing that was typed. */
export type AuditEntry =
  | { kind: 'house.set-up'; personId: string }
  | { kind: 'sign-in.succeeded'; personId: string; method: string }
  | { kind: 'sign-in.failed'; personId: string | null; method: string }
  | { kind: 'sign-out.everywhere'; personId: string; sessions: number }
  | { kind: 'person.joined'; personId: string; roles: readonly string[]; invitationId: string }
  | { kind: 'person.roles-changed'; personId: string; given: readonly string[]; taken: readonly string[] }
  | { kind: 'person.suspended'; personId: string }
  | { kind: 'person.reinstated'; personId: string }
  | { kind: 'person.recovered'; personId: string }
  | { kind: 'person.exported'; personId: string }
  | { kind: 'person.erased'; personId: string }
  | { kind: 'password.changed'; personId: string }
  | { kind: 'email.changed'; personId: string }
  | { kind: 'passkey.added'; personId: string }
  | { kind: 'passkey.removed'; personId: string }
  | { kind: 'recovery.started'; personId: string }
  | { kind: 'invitation.sent'; invitationId: string; roles: readonly string[] }
  | { kind: 'invitation.revoked'; invitationId: string }
  | { kind: 'consent.given'; personId: string; purpose: string; textVersion: string }
  | { kind: 'consent.withdrawn'; personId: string; purpose: string }
  | { kind: 'organisation.changed'; fields: readonly string[] }
  | { kind: 'kept-mail.read'; mailId: number }
  | { kind: 'watch.budget-changed'; days: number; before: number }
  | { kind: 'watch.lessons-forgotten'; incidents: string }
  | { kind: 'data.expired'; counts: Record<string, number> }

/** Writes one entry of the audit in the same transaction as what it tells of. `actorId` is null for Salve itself and for strangers. */
export async function record(ledger: Ledger, tx: Tx, actorId: string | null, entry: AuditEntry): Promise<void> {
  const { kind, ...body } = entry
  await ledger.append(tx, { chain: AUDIT_CHAIN, actorId, kind, body })
}
