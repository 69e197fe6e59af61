import { sql, type Kysely } from 'kysely'
import type { Migrations } from '#platform/database/migrate.ts'

/** Posture, holds, role sheets, rota, unit status, and what this room knows of incidents. The log itself is the ledger's. */
export const readinessMigrations: Migrations = {
  '20261122-300-readiness': {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await statement.execute(db)
    },
  },
}

const statements = [
  // The newest row of a scene is its posture; no row means normal.
  sql`
    create table posture_change (
      id bigint generated always as identity primary key,
      exercise_id uuid,
      level text not null check (level in ('normal', 'advisory', 'standby', 'activated', 'stand-down')),
      set_by uuid references person (id),
      set_at timestamptz not null,
      until_at timestamptz,
      ask_at timestamptz,
      incident_id uuid
    )`,
  sql`create index posture_change_scene on posture_change (exercise_id, id desc)`,

  sql`
    create table hold (
      id uuid primary key default gen_random_uuid(),
      exercise_id uuid,
      kind text not null,
      started_by uuid references person (id),
      started_at timestamptz not null,
      until_at timestamptz not null,
      ended_at timestamptz,
      end_reason text check (end_reason in ('time', 'released', 'stood-down')),
      check ((ended_at is null) = (end_reason is null))
    )`,
  sql`create unique index hold_running on hold (coalesce(exercise_id::text, ''), kind) where ended_at is null`,
  sql`create index hold_exercise on hold (exercise_id)`,

  sql`
    create table role_sheet (
      id uuid primary key default gen_random_uuid(),
      exercise_id uuid,
      role text not null,
      person_id uuid references person (id),
      opened_by uuid references person (id),
      opened_at timestamptz not null,
      incident_id uuid,
      signed_off_by uuid references person (id),
      signed_off_at timestamptz,
      closed_at timestamptz
    )`,
  sql`create unique index role_sheet_open on role_sheet (coalesce(exercise_id::text, ''), role) where closed_at is null`,
  sql`create index role_sheet_exercise on role_sheet (exercise_id)`,
  sql`create index role_sheet_person on role_sheet (person_id)`,
  sql`
    create table role_step (
      sheet_id uuid not null references role_sheet (id) on delete cascade,
      step text not null,
      done boolean not null,
      ticked_by uuid references person (id),
      ticked_at timestamptz not null,
      primary key (sheet_id, step)
    )`,

  sql`
    create table duty (
      id uuid primary key default gen_random_uuid(),
      role text not null,
      person_id uuid not null references person (id),
      position int not null,
      from_at timestamptz,
      until_at timestamptz,
      added_by uuid references person (id),
      added_at timestamptz not null,
      check (from_at is null or until_at is null or from_at < until_at)
    )`,
  sql`create index duty_role on duty (role, position)`,
  sql`create index duty_person on duty (person_id)`,

  sql`
    create table unit_report (
      id bigint generated always as identity primary key,
      exercise_id uuid,
      unit text not null,
      free int not null check (free >= 0),
      total int check (total >= free),
      told_by uuid references person (id),
      told_at timestamptz not null
    )`,
  sql`create index unit_report_latest on unit_report (exercise_id, unit, id desc)`,

  sql`
    create table readiness_incident (
      incident_id uuid primary key,
      exercise_id uuid,
      kind text not null,
      place text,
      distance_km double precision,
      corroboration int not null,
      state text not null check (state in ('probable', 'confirmed', 'dismissed', 'closed')),
      round int not null default 1,
      probable_at timestamptz,
      confirmed_at timestamptz,
      confirmed_by uuid references person (id),
      settled_at timestamptz
    )`,
  sql`create index readiness_incident_scene on readiness_incident (exercise_id, state)`,

  sql`
    create table team_page (
      id uuid primary key default gen_random_uuid(),
      exercise_id uuid,
      incident_id uuid,
      asked_by uuid references person (id),
      asked_at timestamptz not null,
      send_at timestamptz not null,
      taken_back_at timestamptz,
      sent_at timestamptz,
      call_id uuid,
      check (taken_back_at is null or sent_at is null)
    )`,
  sql`create unique index team_page_waiting on team_page (coalesce(exercise_id::text, '')) where taken_back_at is null and sent_at is null`,
  sql`create index team_page_scene on team_page (exercise_id, asked_at desc)`,
]
