import { sql, type Kysely } from 'kysely'
import type { Migrations } from '#platform/database/migrate.ts'

/** The watch: catchment area, sources, exercises, incidents with their evidence and timeline, rates, the detector's memory. */
export const watchMigrations: Migrations = {
  '20261122-400-watch': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table watch_area (
          version int generated always as identity primary key,
          area jsonb not null,
          set_at timestamptz not null,
          set_by uuid references person (id)
        )`.execute(db)
      await sql`
        create table recording (
          id uuid primary key default gen_random_uuid(),
          title text not null,
          hash text not null,
          bytes bigint not null,
          area jsonb,
          uploaded_by uuid references person (id),
          uploaded_at timestamptz not null
        )`.execute(db)
      await sql`
        create table exercise (
          id uuid primary key default gen_random_uuid(),
          title jsonb not null,
          kind text not null check (kind in ('drill', 'recording')),
          scenario text,
          recording_id uuid references recording (id) on delete set null,
          file_hash text,
          area jsonb not null,
          speed int,
          state text not null check (state in ('queued', 'playing', 'paused', 'finished', 'stopped', 'failed')),
          started_by uuid references person (id),
          started_at timestamptz not null,
          ended_at timestamptz,
          first_at timestamptz,
          last_at timestamptz,
          reached_at timestamptz,
          posts bigint,
          posts_played bigint not null default 0,
          posts_skipped bigint not null default 0,
          skips jsonb not null default '[]',
          bytes bigint,
          bytes_read bigint not null default 0,
          onset_at timestamptz,
          newsroom_at timestamptz,
          failure text
        )`.execute(db)
      await sql`create index exercise_started on exercise (started_at desc)`.execute(db)
      await sql`create index exercise_under_way on exercise (state) where state in ('queued', 'playing')`.execute(db)
      await sql`
        create table watch_scene (
          scene text primary key,
          exercise_id uuid references exercise (id) on delete cascade,
          version bigint not null,
          epoch text not null,
          area jsonb not null,
          state text
        )`.execute(db)
      await sql`create table watch_lease (name text primary key, holder text not null, until timestamptz not null)`.execute(
        db,
      )
      await sql`
        create table source (
          id uuid primary key default gen_random_uuid(),
          exercise_id uuid references exercise (id) on delete cascade,
          name text not null,
          kind text not null,
          config jsonb not null default '{}',
          state text not null check (state in ('live', 'slow', 'blind', 'off')),
          paused boolean not null default false,
          expected_per_minute double precision,
          recent_per_minute double precision,
          pace_from timestamptz,
          posts_since int not null default 0,
          posts bigint not null default 0,
          last_post_at timestamptz,
          last_heard_at timestamptz,
          lag_seconds double precision,
          blind_since timestamptz,
          error text,
          cursor jsonb,
          added_at timestamptz not null,
          added_by uuid references person (id),
          removed_at timestamptz
        )`.execute(db)
      await sql`
        create unique index source_name on source (coalesce(exercise_id::text, ''), name) where removed_at is null`.execute(
        db,
      )
      await sql`
        create table incident (
          id uuid primary key default gen_random_uuid(),
          exercise_id uuid references exercise (id) on delete cascade,
          detector_id text not null,
          state text not null check (state in ('suspected', 'probable', 'confirmed', 'closed', 'dismissed')),
          state_before text,
          kind text not null,
          place jsonb,
          confidence double precision not null,
          probable_threshold double precision not null,
          corroboration int not null,
          voices jsonb not null,
          casualties jsonb not null default '[]',
          headline text not null,
          first_post_at timestamptz not null,
          last_post_at timestamptz not null,
          opened_at timestamptz not null,
          probable_at timestamptz,
          confirmed_at timestamptz,
          confirmed_by uuid references person (id),
          settled_at timestamptz,
          settled_by uuid references person (id),
          reason text,
          heard_opened_at timestamptz not null,
          heard_probable_at timestamptz,
          heard_decided_at timestamptz
        )`.execute(db)
      await sql`
        create unique index incident_detector_id on incident (coalesce(exercise_id::text, ''), detector_id)`.execute(db)
      await sql`create index incident_scene on incident (exercise_id, state, last_post_at desc)`.execute(db)
      await sql`
        create table incident_evidence (
          incident_id uuid not null references incident (id) on delete cascade,
          post_id text not null,
          at timestamptz not null,
          text text,
          lang text,
          source text,
          author_pseudonym text,
          url text,
          voice text not null,
          bearing text not null,
          weight double precision not null,
          reasons jsonb not null,
          copy_of text,
          kept_at timestamptz not null,
          primary key (incident_id, post_id)
        )`.execute(db)
      await sql`create index incident_evidence_kept on incident_evidence (kept_at) where text is not null`.execute(db)
      await sql`
        create table incident_change (
          id bigint generated always as identity primary key,
          incident_id uuid not null references incident (id) on delete cascade,
          at timestamptz not null,
          heard_at timestamptz not null,
          code text not null,
          by_id uuid references person (id),
          detail text
        )`.execute(db)
      await sql`create index incident_change_incident on incident_change (incident_id, id)`.execute(db)
      await sql`
        create table post_rate (
          scene text not null,
          source_id uuid not null references source (id) on delete cascade,
          minute timestamptz not null,
          posts int not null,
          primary key (scene, minute, source_id)
        )`.execute(db)
    },
  },
  '20261122-410-watch-pages': {
    async up(db: Kysely<unknown>) {
      await sql`alter table exercise add column pages_people boolean not null default true`.execute(db)
    },
  },
  '20261122-420-watch-budget': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table watch_budget (
          version int generated always as identity primary key,
          days int not null check (days between 1 and 300),
          set_at timestamptz not null,
          set_by uuid references person (id)
        )`.execute(db)
    },
  },
}
