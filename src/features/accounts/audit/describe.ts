import type { LedgerEntry } from '#platform/ledger/index.ts'
import { rolesInWords } from '../people/role-words.ts'
import { tidyRoles } from '../people/rules.ts'
import { inWords, type AccountsWords } from '../words.ts'

/** The person that an entry is about, if it is about one. */
export function personOf({ body }: Pick<LedgerEntry, 'body'>): string | null {
  return typeof body['personId'] === 'string' ? body['personId'] : null
}

/** One entry as a sentence. An entry of a kind that this version does not know shows its code. */
export function describeEntry(
  words: AccountsWords,
  { kind, body }: Pick<LedgerEntry, 'kind' | 'body'>,
  person: string | undefined,
): string {
  const key = `audit.${kind}`
  if (!words.has(key)) return kind
  return words(key, {
    person: person ?? words('audit.unknown-account'),
    method: inWords(words, 'sessions.by', String(body['method'] ?? '')),
    roles: roles(words, body['roles']),
    given: roles(words, body['given']),
    taken: roles(words, body['taken']),
    purpose: inWords(words, 'audit.purpose', String(body['purpose'] ?? '')),
    fields: list(body['fields'])
      .map((field) => inWords(words, 'audit.field', field))
      .join(', '),
    days: Number(body['days'] ?? 0),
    before: Number(body['before'] ?? 0),
    incidents: String(body['incidents'] ?? ''),
    count: counted(kind, body),
  })
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function roles(words: AccountsWords, value: unknown): string {
  return rolesInWords(words, tidyRoles(list(value))) || words('audit.none')
}

function counted(kind: string, body: Record<string, unknown>): number {
  if (kind === 'data.expired')
    return Object.values((body['counts'] ?? {}) as Record<string, number>).reduce((sum, count) => sum + count, 0)
  return Number(body['sessions'] ?? body['mailId'] ?? 0)
}
