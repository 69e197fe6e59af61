import type { Actor, Role } from './actor.ts'
import type { Migrations } from './database/migrate.ts'
import type { Reader, Tx } from './database/index.ts'
import type { Check } from './doctor.ts'
import type { Locale } from './i18n/index.ts'
import type { Job } from './jobs/index.ts'
import type { Routes } from './web/context.ts'

/** What every room hands to `app`. Rooms meet through this and through their doors; they never read each other's tables. */
export interface Room {
  name: string
  migrations: Migrations
  routes: Routes
  jobs: Job[]
  /** Event types that this room announces. */
  announces: string[]
  /** What each permission of the room asks for, for the generated table. */
  permissions: Permission[]
  /** Entries of the main navigation that this actor should see. */
  navigation(actor: Actor | undefined, locale: Locale): NavigationItem[]
  /** What this actor may set in the room. Settings and the personal page of accounts list it. */
  settings?(actor: Actor, locale: Locale): SettingsLink[]
  personalData?: PersonalData
  retention?: Retention[]
  doctor?(): Promise<Check[]>
  /** Fills an empty house with the demo organisation's share. Safe to run twice. */
  seed?(tx: Tx, people: DemoPeople): Promise<void>
  /** Long work that begins with the house and ends with it (not in tests that do not ask for it). */
  start?(): Promise<void>
  stop?(): Promise<void>
}

export interface Permission {
  /** The pure function's name: `canDismiss`. */
  name: string
  /** In words, for the documentation. */
  allows: string
  roles: readonly Role[] | 'everyone' | 'signed-in' | 'link'
}

/** A page of a room on which something is set: for the organisation, or for oneself. */
export interface SettingsLink {
  of: 'organisation' | 'person'
  href: string
  label: string
  /** What is set there, in one line. */
  text: string
}

export interface NavigationItem {
  href: string
  label: string
  /** Things that wait for this person, if any. */
  waiting?: number
}

/** A person's own data in one room: what it holds, and how it goes. */
export interface PersonalData {
  export(reader: Reader, personId: string): Promise<Record<string, unknown>>
  /** Deletes or unlinks what belongs to the person; the ledger keeps ids only. */
  erase(tx: Tx, personId: string): Promise<void>
}

/** A kind of data that expires. The nightly job calls `expire` with the time before which it must go. */
export interface Retention {
  /** A code of the room, for example `sessions`. */
  kind: string
  /** The kind in words, for the page on which an administrator reads what is kept how long. */
  label(locale: Locale): string
  /** Days that this kind is kept. */
  days: number
  expire(tx: Tx, before: Date): Promise<number>
}

/** Ids of the demo's people by first name, given to each room's seed. */
export type DemoPeople = Record<
  'amal' | 'jonas' | 'osei' | 'lindqvist' | 'ida' | 'tomasz' | 'ruth' | 'noor' | 'sam',
  string
>
