import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import { isExpired, renewedUntil } from './holds/rules.ts'
import { logCsv } from './log/csv.ts'
import { canEditRota, canHold, canPageTeam, canSeeReadiness, canSetPosture, canTick } from './permissions.ts'
import { minutesAndSeconds } from './pages/duration.ts'
import { canMoveTo, deadlines, isDue, needsRoleSheets, neighbours } from './posture/rules.ts'
import { isLate, minutesLate, targetTime } from './role-sheets/rules.ts'
import { SHEETS } from './role-sheets/steps.ts'
import { fromLocalTime } from './rota/local-time.ts'
import { isOnDuty, peopleOnDuty, rungs, teamOnDuty } from './rota/rules.ts'
import { SHEET_ROLES } from './types.ts'
import { readinessWords } from './words.ts'

const now = new Date('2026-11-21T14:58:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('a hold', () => {
  test('ends at its very moment, not a millisecond before', () => {
    expect(isExpired({ until: at(0) }, now)).toBe(true)
    expect(isExpired({ until: new Date(now.getTime() + 1) }, now)).toBe(false)
  })

  test('is renewed by 20 minutes on top of what is left, never beyond two hours from now', () => {
    expect(renewedUntil({ until: at(5) }, now)).toEqual(at(25))
    expect(renewedUntil({ until: at(115) }, now)).toEqual(at(120))
  })
})

describe('the ladder', () => {
  test('gives each raised step an end, and activated a question every two hours', () => {
    expect(deadlines('advisory', now)).toEqual({ until: at(30), askAt: null })
    expect(deadlines('standby', now)).toEqual({ until: at(35), askAt: null })
    expect(deadlines('activated', now)).toEqual({ until: null, askAt: at(120) })
    expect(deadlines('normal', now)).toEqual({ until: null, askAt: null })
    expect([isDue(null, now), isDue(at(0), now), isDue(at(1), now)]).toEqual([false, true, false])
  })

  test('is climbed and left by one tap each', () => {
    expect(neighbours('normal')).toEqual({ up: 'advisory', down: undefined })
    expect(neighbours('standby')).toEqual({ up: 'activated', down: 'advisory' })
    expect(neighbours('activated')).toEqual({ up: undefined, down: 'standby' })
    expect(neighbours('stand-down')).toEqual({ up: undefined, down: 'normal' })
  })

  test('has nothing to stand down from while all is normal and nothing is open', () => {
    expect(canMoveTo('normal', 'stand-down', false)).toBe(false)
    expect(canMoveTo('normal', 'stand-down', true)).toBe(true)
    expect(canMoveTo('advisory', 'stand-down', false)).toBe(true)
    expect(canMoveTo('standby', 'standby', true)).toBe(false)
  })

  test('opens the role sheets from standby on', () => {
    expect((['normal', 'advisory', 'standby', 'activated', 'stand-down'] as const).map(needsRoleSheets)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })
})

describe('the rota', () => {
  const turns = [
    { role: 'duty-manager' as const, personId: 'jonas', position: 2, from: null, until: null },
    { role: 'duty-manager' as const, personId: 'amal', position: 1, from: null, until: at(0) },
    { role: 'duty-manager' as const, personId: 'osei', position: 3, from: at(0), until: at(60) },
    { role: 'trauma-surgeon' as const, personId: 'osei', position: 1, from: null, until: null },
    { role: 'trauma-surgeon' as const, personId: 'osei', position: 2, from: null, until: null },
  ]

  test('hands over at the minute: who ends has gone, who begins is there', () => {
    expect(isOnDuty({ from: null, until: at(0) }, now)).toBe(false)
    expect(isOnDuty({ from: at(0), until: null }, now)).toBe(true)
    expect(peopleOnDuty(turns, 'duty-manager', now)).toEqual(['jonas', 'osei'])
    expect(peopleOnDuty(turns, 'duty-manager', at(-1))).toEqual(['amal', 'jonas'])
  })

  test('pages nobody twice, and each duty manager on a rung of their own', () => {
    expect(teamOnDuty(turns, ['trauma-surgeon', 'duty-manager'], now)).toEqual(['osei', 'jonas'])
    expect(rungs(['jonas', 'osei'])).toEqual([
      { people: ['jonas'], afterMinutes: 3 },
      { people: ['osei'], afterMinutes: 3 },
    ])
  })

  test('is written in the hospital’s own time, on the days when the clocks change too', () => {
    expect(fromLocalTime('2026-11-21T20:00', 'Europe/Lisbon').toISOString()).toBe('2026-11-21T20:00:00.000Z')
    expect(fromLocalTime('2026-07-01T20:00', 'America/New_York').toISOString()).toBe('2026-07-02T00:00:00.000Z')
    expect(fromLocalTime('2026-03-29T03:30', 'Europe/Madrid').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(fromLocalTime('2026-10-25T04:00', 'Europe/Madrid').toISOString()).toBe('2026-10-25T03:00:00.000Z')
  })
})

describe('a role sheet', () => {
  const step = { key: 'second-triage', target: 5 }

  test('is late from one minute past its target on; what was done in time stays in time', () => {
    const target = targetTime(now, step)
    expect(target).toEqual(at(5))
    expect(isLate(target, null, new Date(at(6).getTime() - 1))).toBe(false)
    expect(isLate(target, null, at(6))).toBe(true)
    expect(isLate(target, at(4), at(90))).toBe(false)
    expect(minutesLate(target, at(8))).toBe(3)
  })

  test('has six to nine steps for every role, in the order of their targets, in both languages', () => {
    for (const role of SHEET_ROLES) {
      const targets = SHEETS[role].map((one) => one.target)
      expect(targets.length).toBeGreaterThanOrEqual(6)
      expect(targets.length).toBeLessThanOrEqual(9)
      expect(targets).toEqual(targets.toSorted((a, b) => a - b))
      for (const locale of ['en', 'es'] as const) {
        const words = readinessWords(locale)
        expect(SHEETS[role].filter((one) => !words.has(`step.${role}.${one.key}`))).toEqual([])
      }
    }
  })
})

describe('permissions', () => {
  const who = (...roles: Actor['roles']): Actor => ({ id: '1', name: 'Somebody', roles })

  test('say no to strangers and members in everything', () => {
    for (const actor of [undefined, who(), who('member', 'moderator', 'mentor', 'professional')]) {
      expect([
        canSeeReadiness(actor),
        canSetPosture(actor, ['duty-manager']),
        canHold(actor, ['or-charge-nurse']),
        canPageTeam(actor, ['trauma-surgeon']),
        canTick(actor),
        canEditRota(actor),
      ]).toEqual(Array.from({ length: 6 }, () => false))
    }
  })

  test('let the OR charge nurse hold, and who leads on duty page the team', () => {
    expect(canHold(who('staff'), ['or-charge-nurse'])).toBe(true)
    expect(canHold(who('staff'), ['ed-charge-nurse'])).toBe(false)
    expect(canPageTeam(who('staff'), ['ed-charge-nurse'])).toBe(true)
    expect(canPageTeam(who('staff'), ['blood-bank'])).toBe(false)
    expect(canSetPosture(who('administrator'), [])).toBe(false)
    expect(canSetPosture(who('staff'), ['duty-manager'])).toBe(true)
    expect(canSetPosture(who('staff'), ['incident-commander'])).toBe(false)
  })
})

describe('what is written out', () => {
  test('counts down to nought and not below', () => {
    expect([minutesAndSeconds(at(11), now), minutesAndSeconds(at(-3), now)]).toEqual(['11:00', '0:00'])
  })

  test('is CSV that no spreadsheet calculates, the first entry first', () => {
    const lines = [
      { seq: 2, at: at(1), who: 'Jonas, nurse', what: '=1+1 "bays"\nclear' },
      { seq: 1, at: now, who: 'Salve', what: 'paged' },
    ]
    expect(logCsv(lines, { no: 'No.', time: 'Time', who: 'Who', what: 'What' })).toBe(
      `\u{FEFF}No.,Time,Who,What\r\n1,2026-11-21T14:58:00.000Z,Salve,paged\r\n2,2026-11-21T14:59:00.000Z,"Jonas, nurse","'=1+1 ""bays""\nclear"\r\n`,
    )
  })
})
