import { describe, expect, it } from 'vitest'
import { deviceName, idleMs, isFresh, MEMBER_IDLE_MS, needsSeenMark, STAFF_IDLE_MS } from './rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(noon.getTime() - minutes * 60_000)

describe('a session', () => {
  it('of Ida, a member, may lie two weeks; of Amal, who works here, twelve hours', () => {
    expect(idleMs(['member'])).toBe(MEMBER_IDLE_MS)
    expect(idleMs(['member', 'mentor'])).toBe(MEMBER_IDLE_MS)
    expect(idleMs(['duty-manager', 'staff'])).toBe(STAFF_IDLE_MS)
    expect(idleMs(['member', 'moderator'])).toBe(STAFF_IDLE_MS)
    expect(STAFF_IDLE_MS).toBe(43_200_000)
    expect(MEMBER_IDLE_MS).toBe(1_209_600_000)
  })

  it('is marked as seen once in a quarter of an hour', () => {
    expect(needsSeenMark(minutesAgo(14), noon)).toBe(false)
    expect(needsSeenMark(minutesAgo(15), noon)).toBe(true)
  })

  it('is fresh for a quarter of an hour', () => {
    expect(isFresh(minutesAgo(14), noon)).toBe(true)
    expect(isFresh(minutesAgo(15), noon)).toBe(false)
  })
})

describe('the name of a device', () => {
  it('says browser and system, and no version', () => {
    const android =
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0'
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile Safari/604.1'
    expect(deviceName(android)).toBe('Chrome, Android')
    expect(deviceName(edge)).toBe('Edge, Windows')
    expect(deviceName(iphone)).toBe('Safari, iPhone')
    expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0')).toBe('Firefox, Linux')
  })

  it('is empty when nothing is known, and never what the browser wrote', () => {
    expect(deviceName(undefined)).toBe('')
    expect(deviceName('<script>alert(1)</script>')).toBe('')
  })
})
