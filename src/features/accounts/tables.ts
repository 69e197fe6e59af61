import type { Generated } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Locale } from '#platform/i18n/index.ts'

/** The room's own tables, as the database has them. */
export interface AccountsTables {
  organisation: {
    only_one: Generated<boolean>
    name: string
    country: string
    zone: string
    /** JSON */
    languages: unknown
    emergency_number: string
    /** JSON */
    crisis_lines: unknown
  }
  person: {
    id: Generated<string>
    name: string
    email: string | null
    locale: Locale
    roles: Role[]
    password_hash: string | null
    created_at: Date
    suspended_at: Date | null
    erased_at: Date | null
  }
  session: {
    id: Generated<string>
    token_hash: Buffer
    person_id: string
    device: string
    method: string
    created_at: Date
    seen_at: Date
    idle_until: Date
    ends_at: Date
  }
  one_time_link: {
    id: Generated<string>
    purpose: 'sign-in' | 'email-change' | 'recovery'
    person_id: string | null
    email: string | null
    return_path: string | null
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  invitation: {
    id: Generated<string>
    email: string
    name: string
    locale: Locale
    roles: Role[]
    invited_by: string | null
    created_at: Date
    expires_at: Date
    accepted_at: Date | null
    accepted_by: string | null
    revoked_at: Date | null
  }
  passkey: {
    id: string
    person_id: string
    name: string
    public_key: Buffer
    counter: number
    transports: string[]
    is_backed_up: boolean
    created_at: Date
    used_at: Date | null
  }
  passkey_challenge: {
    id: Generated<string>
    challenge: string
    person_id: string | null
    expires_at: Date
  }
  consent: {
    id: Generated<string>
    person_id: string
    purpose: string
    text_version: string
    locale: string
    given_at: Date
    withdrawn_at: Date | null
  }
}
