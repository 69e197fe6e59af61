import { sql, type Kysely } from 'kysely'
import type { Migrations } from '#platform/database/migrate.ts'

/** Calls, their pages, what was sent, and how people are reached. */
export const pagingMigrations: Migrations = {
  '20261122-200-paging': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table contact_method (
          id uuid primary key default gen_random_uuid(),
          person_id uuid not null references person (id),
          kind text not null,
          address text not null,
          position int not null,
          created_at timestamptz not null,
          verified_at timestamptz
        )`.execute(db)
      await sql`create unique index contact_method_once on contact_method (person_id, kind, lower(address))`.execute(db)

      await sql`
        create table call (
          id uuid primary key default gen_random_uuid(),
          key text not null unique,
          subject text not null,
          exercise_id uuid,
          message jsonb not null,
          facts jsonb not null,
          mode text not null check (mode in ('first-answer', 'call-in', 'test')),
          steps jsonb not null,
          enough int check (enough > 0),
          contact_method_id uuid references contact_method (id) on delete cascade,
          opened_by uuid references person (id),
          opened_at timestamptz not null,
          state text not null check (state in ('open', 'answered', 'exhausted', 'ended')),
          step int not null,
          reminders int not null default 0,
          tick int not null default 0,
          moved_at timestamptz not null,
          next_at timestamptz,
          answered_at timestamptz,
          exhausted_at timestamptz,
          ended_at timestamptz,
          end_reason text
        )`.execute(db)
      await sql`create index call_subject on call (subject, opened_at)`.execute(db)
      await sql`create index call_exercise on call (exercise_id, opened_at)`.execute(db)
      await sql`create index call_next on call (next_at) where next_at is not null`.execute(db)
      await sql`create index call_method on call (contact_method_id) where contact_method_id is not null`.execute(db)

      await sql`
        create table page (
          id uuid primary key default gen_random_uuid(),
          call_id uuid not null references call (id) on delete cascade,
          person_id uuid not null references person (id),
          step int not null,
          state text not null check (state in ('waiting', 'sent', 'seen', 'coming', 'cannot', 'unreachable', 'ended')),
          answer text check (answer in ('seen', 'coming', 'cannot')),
          minutes int check (minutes between 0 and 1440),
          opened_at timestamptz not null,
          answered_at timestamptz,
          via text check (via in ('link', 'in-app', 'on-behalf')),
          unique (call_id, person_id)
        )`.execute(db)
      await sql`create index page_person on page (person_id, opened_at)`.execute(db)

      await sql`
        create table delivery (
          id uuid primary key default gen_random_uuid(),
          page_id uuid not null references page (id) on delete cascade,
          contact_method_id uuid references contact_method (id) on delete set null,
          channel text not null,
          attempt int not null,
          tries int not null default 0,
          state text not null check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'unknown', 'dropped')),
          purpose text not null check (purpose in ('page', 'reminder', 'stand-down')),
          possibly_repeated boolean not null default false,
          message_id text,
          queued_at timestamptz not null,
          due_at timestamptz not null,
          lease_until timestamptz,
          finished_at timestamptz,
          error_code text
        )`.execute(db)
      await sql`create index delivery_page on delivery (page_id, queued_at)`.execute(db)
      await sql`create index delivery_open on delivery (state, due_at) where state in ('queued', 'sending')`.execute(db)
      await sql`create index delivery_method on delivery (contact_method_id) where contact_method_id is not null`.execute(
        db,
      )
    },
  },
}
