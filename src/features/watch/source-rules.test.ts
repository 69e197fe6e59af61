import { describe, expect, test } from 'vitest'
import { hearMinutes, judgeSource, learnPace, type Heard, type Pace, type SourceFacts } from './source-rules.ts'

const START = new Date('2026-11-21T14:40:00Z')
const minute = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

const steady: SourceFacts = {
  isPaused: false,
  isConnected: true,
  expectedPerMinute: 3,
  recentPerMinute: 3,
  lastHeardAt: minute(24),
  lastPostAt: minute(24),
  lagSeconds: null,
  since: START,
}

describe('Mastodon sends three posts a minute and falls silent', () => {
  test('at first it is live, then slow, then blind since its last post: never quiet', () => {
    expect(judgeSource(steady, minute(25)).state).toBe('live')
    expect(judgeSource(steady, minute(25.6)).state).toBe('slow')
    expect(judgeSource(steady, minute(27))).toEqual({ state: 'blind', blindSince: minute(24) })
  })

  test('heard again it is live', () => {
    expect(judgeSource({ ...steady, lastPostAt: minute(31) }, minute(31)).state).toBe('live')
  })
})

describe('a source that cannot be judged by its pace', () => {
  test('whose pace is unknown is live while its connection stands', () => {
    expect(judgeSource({ ...steady, expectedPerMinute: null, recentPerMinute: null }, minute(300)).state).toBe('live')
  })

  test('a radio with a post every ten minutes is not blind after twenty', () => {
    expect(judgeSource({ ...steady, expectedPerMinute: 0.1, recentPerMinute: 0.1 }, minute(44)).state).toBe('live')
  })

  test('whose connection is down is slow for half a minute and then blind, however rare its posts', () => {
    const down = { ...steady, expectedPerMinute: null, isConnected: false }
    expect(judgeSource(down, minute(24.4)).state).toBe('slow')
    expect(judgeSource(down, minute(24.5))).toEqual({ state: 'blind', blindSince: minute(24) })
  })

  test('that was never heard is blind since it was added', () => {
    expect(judgeSource({ ...steady, isConnected: false, lastHeardAt: null, lastPostAt: null }, minute(5))).toEqual({
      state: 'blind',
      blindSince: START,
    })
  })

  test('that Sam paused is off, not blind', () => {
    expect(judgeSource({ ...steady, isPaused: true, isConnected: false }, minute(60)).state).toBe('off')
  })

  test('whose posts arrive six minutes late is slow', () => {
    expect(judgeSource({ ...steady, lagSeconds: 360 }, minute(24)).state).toBe('slow')
  })
})

describe('the pace', () => {
  function hear(pace: Pace | null, perMinute: number, from: number, minutes: number): Pace | null {
    let known = pace
    for (let i = 1; i <= minutes; i++) known = learnPace(known, perMinute, minute(from + i), false)
    return known
  }

  test('is unknown before eight posts in three minutes were heard', () => {
    expect(hear(null, 1, 0, 7)?.expectedPerMinute).toBeNull()
    expect(hear(null, 4, 0, 5)?.expectedPerMinute).toBeCloseTo(4, 0)
  })

  test('after the burst of an incident, falling back to the usual is not blindness', () => {
    const usual = hear(null, 3, 0, 60)
    const burst = hear(usual, 60, 60, 10)
    const after = hear(burst, 3, 70, 15)
    const facts = {
      ...steady,
      expectedPerMinute: after?.expectedPerMinute ?? null,
      recentPerMinute: after?.recentPerMinute ?? null,
      lastPostAt: minute(85),
    }
    expect(after?.recentPerMinute).toBeLessThan(20)
    expect(judgeSource(facts, minute(85.4)).state).toBe('live')
  })

  test('is not unlearnt while blind: silence teaches nothing', () => {
    const heard: Heard = { pace: hear(null, 3, 0, 30), lastPostAt: minute(30) }
    const back = hearMinutes(heard, steady, [{ firstAt: minute(90), lastAt: minute(90), posts: 1 }])
    expect(back.pace?.expectedPerMinute).toBeCloseTo(3, 1)
    expect(back.pace?.from).toEqual(minute(90))
    expect(back.lastPostAt).toEqual(minute(90))
  })

  test('is the same learnt minute by minute or in one go', () => {
    const minutes = Array.from({ length: 20 }, (_, i) => ({
      firstAt: minute(i),
      lastAt: minute(i + 0.9),
      posts: 3 + (i % 2),
    }))
    const together = hearMinutes({ pace: null, lastPostAt: null }, steady, minutes)
    let apart: Heard = { pace: null, lastPostAt: null }
    for (const one of minutes) apart = hearMinutes(apart, steady, [one])
    expect(together).toEqual(apart)
  })
})
