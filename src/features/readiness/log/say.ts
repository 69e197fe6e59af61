import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import type { LedgerEntry } from '#platform/ledger/index.ts'
import { incidentTitle } from '../incidents/title.ts'
import type { SheetRole } from '../types.ts'
import { readinessWords } from '../words.ts'
import type { LogFact } from './facts.ts'

/** Names of people by id, as accounts gives them. */
export type Names = ReadonlyMap<string, { name: string }>

/** One line of the log in a reader's language. */
export interface LogLine {
  seq: number
  at: Date
  who: string
  what: string
}

export function sayEntry(entry: LedgerEntry, names: Names, style: TimeStyle): LogLine {
  const words = readinessWords(style.locale)
  const fact = { kind: entry.kind, ...entry.body } as LogFact
  const who = entry.actorId === null ? words('salve') : nameOf(entry.actorId, names, style)
  return { seq: entry.seq, at: entry.at, who, what: sayFact(fact, names, style) }
}

/** Every person that these entries name, to ask accounts once. */
export function peopleIn(entries: readonly LedgerEntry[]): string[] {
  const ids = entries.flatMap(({ actorId, kind, body }) => {
    const fact = { kind, ...body } as LogFact
    const named = 'people' in fact && Array.isArray(fact.people) ? fact.people : []
    const one = 'personId' in fact && fact.personId ? [fact.personId] : []
    const sheets = fact.kind === 'role-sheet.opened' ? fact.sheets.map((sheet) => sheet.personId) : []
    return [actorId, ...named, ...one, ...sheets]
  })
  return [...new Set(ids.filter((id): id is string => id !== null))]
}

function nameOf(id: string, names: Names, { locale }: TimeStyle): string {
  return names.get(id)?.name ?? readinessWords(locale)('former')
}

function sayFact(fact: LogFact, names: Names, style: TimeStyle): string {
  const { locale } = style
  const words = readinessWords(locale)
  const time = (iso: string) => clockTime(new Date(iso), style)
  const people = (ids: readonly string[]) =>
    listOf(
      ids.map((id) => nameOf(id, names, style)),
      style,
    )
  const role = (key: SheetRole) => words(`role.${key}`)
  const step = (of: SheetRole, key: string) => {
    const message = `step.${of}.${key}`
    return words.has(message) ? words(message) : key
  }

  switch (fact.kind) {
    case 'posture.changed': {
      const moved = { from: words(`posture.${fact.from}`), to: words(`posture.${fact.to}`) }
      return fact.until
        ? words('log.posture.changed-until', { ...moved, until: time(fact.until) })
        : words('log.posture.changed', moved)
    }
    case 'posture.renewed': {
      const level = words(`posture.${fact.level}`)
      return fact.until
        ? words('log.posture.renewed-until', { level, until: time(fact.until) })
        : words('log.posture.renewed', { level })
    }
    case 'posture.reverted':
      return words('log.posture.reverted', { from: words(`posture.${fact.from}`) })
    case 'posture.asked':
      return words('log.posture.asked', { since: time(fact.since) })
    case 'stand-down.completed':
      return fact.missing.length === 0
        ? words('log.stand-down.completed')
        : words('log.stand-down.completed-missing', { roles: listOf(fact.missing.map(role), style) })
    case 'hold.started':
    case 'hold.renewed':
      return words(`log.${fact.kind}`, { hold: words(`hold.${fact.hold}`), until: time(fact.until) })
    case 'hold.ended':
      return words(`log.hold.ended.${fact.reason}`, { hold: words(`hold.${fact.hold}`) })
    case 'incident.probable': {
      const values = {
        incident: incidentTitle({ kind: fact.incident, place: fact.place }, locale),
        count: fact.corroboration,
      }
      return fact.distanceKm === null
        ? words('log.incident.probable', values)
        : words('log.incident.probable-distance', {
            ...values,
            km: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(fact.distanceKm),
          })
    }
    case 'incident.confirmed':
    case 'incident.closed':
      return words(`log.${fact.kind}`, { incident: incidentTitle({ kind: fact.incident, place: fact.place }, locale) })
    case 'incident.dismissed': {
      const incident = incidentTitle({ kind: fact.incident, place: fact.place }, locale)
      return fact.reason
        ? words('log.incident.dismissed-reason', { incident, reason: fact.reason })
        : words('log.incident.dismissed', { incident })
    }
    case 'duty.paged':
    case 'team.paged':
    case 'call.escalated':
      return words(`log.${fact.kind}`, { people: people(fact.people) })
    case 'duty.nobody':
    case 'team.taken-back':
      return words(`log.${fact.kind}`)
    case 'page.answered':
      return fact.answer === 'coming' && fact.minutes !== null
        ? words('log.page.answered.coming-in', { minutes: fact.minutes })
        : words(`log.page.answered.${fact.answer}`)
    case 'page.unreachable':
      return words('log.page.unreachable', { person: people([fact.personId]) })
    case 'call.exhausted':
      return words('log.call.exhausted', { paged: fact.paged, coming: fact.coming })
    case 'team.asked':
      return words('log.team.asked', { count: fact.people, until: time(fact.until) })
    case 'role-sheet.opened': {
      const sheets = fact.sheets.map((sheet) =>
        words('log.role-sheet.opened-one', {
          role: role(sheet.role),
          person: sheet.personId ? people([sheet.personId]) : words('nobody'),
        }),
      )
      return words('log.role-sheet.opened', { sheets: listOf(sheets, style) })
    }
    case 'role-sheet.assigned':
      return words('log.role-sheet.assigned', {
        role: role(fact.role),
        person: fact.personId ? people([fact.personId]) : words('nobody'),
      })
    case 'role-sheet.signed-off':
      return fact.undone > 0
        ? words('log.role-sheet.signed-off-undone', { role: role(fact.role), undone: fact.undone })
        : words('log.role-sheet.signed-off', { role: role(fact.role) })
    case 'step.ticked': {
      const values = { role: role(fact.role), step: step(fact.role, fact.step) }
      return fact.lateMinutes > 0
        ? words('log.step.ticked-late', { ...values, minutes: fact.lateMinutes })
        : words('log.step.ticked', values)
    }
    case 'step.unticked':
      return words('log.step.unticked', { role: role(fact.role), step: step(fact.role, fact.step) })
    case 'unit.told': {
      const values = { unit: words(`unit.${fact.unit}`), free: fact.free }
      return fact.total === null
        ? words('log.unit.told', values)
        : words('log.unit.told-of', { ...values, total: fact.total })
    }
    case 'rota.added':
    case 'rota.removed':
    case 'rota.ordered':
      return words(`log.${fact.kind}`, { person: people([fact.personId]), role: words(`role.${fact.role}`) })
    case 'note':
      return fact.text
    default:
      // An entry of a later version, or one that was tampered with: its code is better than nothing.
      return String((fact as { kind: unknown }).kind)
  }
}

function listOf(parts: readonly string[], { locale }: TimeStyle): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}
