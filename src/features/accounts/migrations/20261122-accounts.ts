import { sql, type Kysely } from 'kysely'
import type { Migrations } from '#platform/database/migrate.ts'

/** People, how they sign in, the organisation. */
export const accountsMigrations: Migrations = {
  '20261122-100-accounts': {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await statement.execute(db)
    },
  },
}

const statements = [
  sql`
    create table organisation (
      only_one boolean primary key default true check (only_one),
      name text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      zone text not null,
      languages jsonb not null,
      emergency_number text not null,
      crisis_lines jsonb not null
    )`,

  sql`
    create table person (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      email text unique check (email = lower(email)),
      locale text not null,
      roles text[] not null default '{}',
      password_hash text,
      created_at timestamptz not null,
      suspended_at timestamptz,
      erased_at timestamptz,
      check (erased_at is null or (email is null and password_hash is null and roles = '{}'))
    )`,
  sql`create index person_roles on person using gin (roles)`,

  // Whatever path a change takes: at least one administrator can always sign in. The lock makes two changes at once wait for each other.
  sql`
    create function keep_an_administrator() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('accounts:administrators', 0));
      if not exists (
        select from person where 'administrator' = any (roles) and suspended_at is null and erased_at is null
      ) then
        raise exception 'the last administrator cannot be lost' using errcode = 'check_violation', constraint = 'keep_an_administrator';
      end if;
      return null;
    end $$`,
  sql`
    create trigger person_keeps_an_administrator after update on person for each row
    when (
      'administrator' = any (old.roles) and old.suspended_at is null
      and ('administrator' <> all (new.roles) or new.suspended_at is not null)
    ) execute function keep_an_administrator()`,
  sql`
    create trigger person_deletion_keeps_an_administrator after delete on person for each row
    when ('administrator' = any (old.roles) and old.suspended_at is null) execute function keep_an_administrator()`,

  sql`
    create table session (
      id uuid primary key default gen_random_uuid(),
      token_hash bytea not null unique,
      person_id uuid not null references person (id) on delete cascade,
      device text not null,
      method text not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      idle_until timestamptz not null,
      ends_at timestamptz not null
    )`,
  sql`create index session_person on session (person_id)`,

  sql`
    create table one_time_link (
      id uuid primary key default gen_random_uuid(),
      purpose text not null check (purpose in ('sign-in', 'email-change', 'recovery')),
      person_id uuid references person (id) on delete cascade,
      email text,
      return_path text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
  sql`create index one_time_link_person on one_time_link (person_id)`,

  sql`
    create table invitation (
      id uuid primary key default gen_random_uuid(),
      email text not null check (email = lower(email)),
      name text not null,
      locale text not null,
      roles text[] not null,
      invited_by uuid references person (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references person (id),
      revoked_at timestamptz
    )`,
  sql`create unique index invitation_open on invitation (email) where accepted_at is null and revoked_at is null`,
  sql`create index invitation_accepted_by on invitation (accepted_by)`,

  sql`
    create table passkey (
      id text primary key,
      person_id uuid not null references person (id) on delete cascade,
      name text not null,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      is_backed_up boolean not null,
      created_at timestamptz not null,
      used_at timestamptz
    )`,
  sql`create index passkey_person on passkey (person_id)`,
  sql`
    create table passkey_challenge (
      id uuid primary key default gen_random_uuid(),
      challenge text not null,
      person_id uuid references person (id) on delete cascade,
      expires_at timestamptz not null
    )`,

  sql`
    create table consent (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id) on delete cascade,
      purpose text not null,
      text_version text not null,
      locale text not null,
      given_at timestamptz not null,
      withdrawn_at timestamptz
    )`,
  sql`create unique index consent_in_force on consent (person_id, purpose) where withdrawn_at is null`,
]
