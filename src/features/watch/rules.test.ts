import { describe, expect, test } from 'vitest'
import {
  bearingTo,
  byUrgency,
  compassPoint,
  decisionsFor,
  dismissalText,
  lastMinutes,
  nextState,
  normalBand,
  stepsBetween,
  travelMinutes,
} from './rules.ts'

describe('where an incident stands', () => {
  test('the detector raises a suspicion, and never takes back that it was probable', () => {
    expect(nextState('suspected', 'probable')).toBe('probable')
    expect(nextState('probable', 'suspected')).toBe('probable')
    expect(nextState('probable', 'closed')).toBe('closed')
  })

  test('what Amal confirmed stays confirmed until it is over', () => {
    expect(nextState('confirmed', 'probable')).toBe('confirmed')
    expect(nextState('confirmed', 'suspected')).toBe('confirmed')
    expect(nextState('confirmed', 'closed')).toBe('closed')
  })

  test('what Amal dismissed or closed is not opened again by more posts', () => {
    expect(nextState('dismissed', 'probable')).toBe('dismissed')
    expect(nextState('closed', 'probable')).toBe('closed')
  })

  test('one that appears as probable was opened first, so that nobody misses the opening', () => {
    expect(stepsBetween(null, 'probable')).toEqual(['suspected', 'probable'])
    expect(stepsBetween(null, 'suspected')).toEqual(['suspected'])
    expect(stepsBetween('suspected', 'suspected')).toEqual([])
    expect(stepsBetween('suspected', 'closed')).toEqual(['closed'])
  })

  test('what can be decided depends on the state', () => {
    expect(decisionsFor('probable')).toEqual(['confirm', 'dismiss'])
    expect(decisionsFor('confirmed')).toEqual(['close', 'dismiss'])
    expect(decisionsFor('dismissed')).toEqual(['reopen'])
  })

  test('the confirmed and the surer come first', () => {
    const at = new Date('2026-11-21T14:55:00Z')
    const incidents = [
      { id: 'smoke', state: 'suspected', confidence: 0.99, lastPostAt: at },
      { id: 'crash', state: 'probable', confidence: 0.9, lastPostAt: at },
      { id: 'blast', state: 'probable', confidence: 0.95, lastPostAt: at },
      { id: 'flood', state: 'confirmed', confidence: 0.2, lastPostAt: at },
    ] as const
    expect(incidents.toSorted(byUrgency).map(({ id }) => id)).toEqual(['flood', 'blast', 'crash', 'smoke'])
  })

  test('a reason is a code, words, or both', () => {
    expect(dismissalText('not-here', '')).toBe('not-here')
    expect(dismissalText('not-here', 'it is the other Quay Street')).toBe('not-here: it is the other Quay Street')
    expect(dismissalText('other', 'a song title')).toBe('a song title')
  })
})

describe('where it is', () => {
  const hospital = { lat: 45, lon: -20 }

  test('the ferry terminal, 3.2 km away, is about 9 minutes by road; Central Station, 6.1 km, about 14', () => {
    expect(travelMinutes(3.2)).toBe(9)
    expect(travelMinutes(6.1)).toBe(14)
    expect(travelMinutes(0)).toBe(1)
  })

  test('further is never quicker', () => {
    for (let km = 0; km < 60; km += 0.5) expect(travelMinutes(km + 0.5)).toBeGreaterThanOrEqual(travelMinutes(km))
  })

  test('directions are true', () => {
    expect(compassPoint(bearingTo(hospital, { lat: 45.1, lon: -20 }))).toBe('n')
    expect(compassPoint(bearingTo(hospital, { lat: 45.001, lon: -19.95933 }))).toBe('e')
    expect(compassPoint(bearingTo(hospital, { lat: 45.03878, lon: -20.0549 }))).toBe('nw')
    expect(compassPoint(-1)).toBe('n')
    expect(compassPoint(359)).toBe('n')
  })
})

describe('what is usual', () => {
  test('the band leaves out the odd minute', () => {
    expect(normalBand([2, 3, 3, 4, 4, 4, 5, 5, 5, 60])).toEqual({ low: 3, high: 5 })
  })

  test('four minutes are too few to say', () => {
    expect(normalBand([1, 2, 3, 4])).toBeNull()
  })

  test('minutes without a post count as none, and the present minute is the last', () => {
    const now = new Date('2026-11-21T14:53:40Z')
    const { from, perMinute } = lastMinutes(
      [
        { minute: new Date('2026-11-21T14:53:00Z'), posts: 7 },
        { minute: new Date('2026-11-21T14:50:00Z'), posts: 2 },
      ],
      now,
      5,
    )
    expect(from.toISOString()).toBe('2026-11-21T14:49:00.000Z')
    expect(perMinute).toEqual([0, 2, 0, 0, 7])
  })
})
