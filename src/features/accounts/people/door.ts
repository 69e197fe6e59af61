import type { Role } from '#platform/actor.ts'
import type { Reader } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { accountsWords } from '../words.ts'
import { listPersons, listPersonsById, listPersonsWithRole, type Person } from './store.ts'

/** What other rooms may know of a person. */
export interface KnownPerson {
  /** "a former member", in the reader's language, once erased. */
  name: string
  /** Null once erased. */
  email: string | null
  locale: Locale
  isErased: boolean
}

export interface PersonSummary {
  id: string
  name: string
  email: string | null
  locale: Locale
  roles: readonly Role[]
}

/** The people of these ids, in one query. Unknown ids are missing from the map. */
export async function people(
  reader: Reader,
  ids: Iterable<string | null>,
  locale: Locale = 'en',
): Promise<Map<string, KnownPerson>> {
  const wanted = [...new Set([...ids].filter((id): id is string => id !== null))]
  const found = await listPersonsById(reader, wanted)
  return new Map(found.map((person) => [person.id, known(person, locale)]))
}

function known(person: Person, locale: Locale): KnownPerson {
  const isErased = person.erasedAt !== null
  const name = isErased ? accountsWords(locale)('person.former') : person.name
  return { name, email: person.email, locale: person.locale, isErased }
}

/** Everybody who has this role and can sign in, by name. */
export async function peopleWithRole(reader: Reader, role: Role): Promise<PersonSummary[]> {
  return (await listPersonsWithRole(reader, role)).map(summarise)
}

/** Everybody who can sign in, by name. */
export async function listPeople(reader: Reader): Promise<PersonSummary[]> {
  return (await listPersons(reader)).filter((person) => person.suspendedAt === null).map(summarise)
}

function summarise({ id, name, email, locale, roles }: Person): PersonSummary {
  return { id, name, email, locale, roles }
}
