import { sql, type Kysely } from 'kysely'
import type { Migrations } from './migrate.ts'

/** The platform's own tables: outbox, ledger, realtime channels, files, kept mail, rate limits. */
export const platformMigrations: Migrations = {
  '20261122-000-platform': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table outbox_event (
          id bigint generated always as identity primary key,
          type text not null,
          body jsonb not null,
          at timestamptz not null
        )`.execute(db)
      await sql`
        create table outbox_delivery (
          id bigint generated always as identity primary key,
          event_id bigint not null references outbox_event (id),
          listener text not null,
          due_at timestamptz not null,
          attempts int not null default 0
        )`.execute(db)
      await sql`create index outbox_delivery_due on outbox_delivery (due_at, id)`.execute(db)
      await sql`create index outbox_delivery_event on outbox_delivery (event_id)`.execute(db)

      await sql`
        create table ledger_entry (
          chain text not null,
          seq int not null,
          at timestamptz(3) not null,
          actor_id uuid,
          kind text not null,
          body jsonb not null,
          previous bytea not null,
          seal bytea not null,
          primary key (chain, seq)
        )`.execute(db)
      await sql`
        create function refuse_ledger_change() returns trigger language plpgsql as $$
        begin raise exception 'the ledger can be appended to, never changed' using errcode = 'insufficient_privilege'; end $$`.execute(
        db,
      )
      await sql`
        create trigger ledger_entry_is_append_only before update or delete on ledger_entry
        for each row execute function refuse_ledger_change()`.execute(db)
      await sql`
        create trigger ledger_entry_is_kept before truncate on ledger_entry
        for each statement execute function refuse_ledger_change()`.execute(db)

      await sql`
        create table ledger_head (
          chain text primary key,
          seq int not null,
          seal bytea not null,
          mac bytea not null
        )`.execute(db)

      await sql`create table realtime_channel (name text primary key, version bigint not null)`.execute(db)

      await sql`
        create table file (
          hash text primary key,
          bytes bigint not null,
          media_type text not null,
          created_at timestamptz not null
        )`.execute(db)
      await sql`
        create table file_use (
          hash text not null references file (hash),
          room text not null,
          subject text not null,
          primary key (room, subject, hash)
        )`.execute(db)
      await sql`create index file_use_hash on file_use (hash)`.execute(db)

      await sql`
        create table kept_mail (
          id bigint generated always as identity primary key,
          at timestamptz not null,
          recipient text not null,
          subject text not null,
          text text not null,
          html text not null,
          reason text not null
        )`.execute(db)
    },
  },
}
