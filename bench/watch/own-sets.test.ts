import { describe, expect, test } from 'vitest'
import { halfOf } from './halves.ts'
import { readInnocentPosts } from './innocent-posts.ts'
import { readOwnEvents } from './own-events/read-events.ts'

describe('innocent posts', () => {
  const posts = readInnocentPosts()

  test('every sort has ten posts or more, and no text is there twice', () => {
    const bySort = Object.groupBy(posts, ({ sort }) => sort)
    for (const [sort, group = []] of Object.entries(bySort)) expect(group.length, sort).toBeGreaterThanOrEqual(10)
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length)
  })

  test('the halves are alike in size and a text never changes its half', () => {
    const development = posts.filter(({ text }) => halfOf(text) === 'development').length
    expect(Math.abs(development * 2 - posts.length)).toBeLessThan(posts.length / 10)
    expect(halfOf('a quiet evening')).toBe('held back')
    expect(halfOf('a loud evening')).toBe('development')
  })
})

describe('invented events', () => {
  const events = readOwnEvents()

  test('half of them are held back', () => {
    expect(events.filter(({ half }) => half === 'held back')).toHaveLength(events.length / 2)
  })

  test('each is told in order, by ten posts or more, within its first half hour', () => {
    for (const { event, posts } of events) {
      const times = posts.map(({ offsetSeconds }) => offsetSeconds)
      expect(times.length, event).toBeGreaterThanOrEqual(10)
      expect(times, event).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1), event).toBeLessThan(1800)
    }
  })
})
