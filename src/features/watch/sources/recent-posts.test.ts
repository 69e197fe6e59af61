import { expect, test } from 'vitest'
import { readCursor, RecentPosts } from './recent-posts.ts'

const post = (id: string, at: number) =>
  ({ id, at, text: 'A quiet morning' }) as Parameters<RecentPosts['admit']>[0][number]

test('a post that comes again is dropped, also after a restart', () => {
  const before = new RecentPosts(readCursor(undefined))
  expect(before.admit([post('a', 1), post('b', 3), post('a', 1)]).map(({ id }) => id)).toEqual(['a', 'b'])
  const after = new RecentPosts(readCursor(JSON.parse(JSON.stringify(before.cursor()))))
  expect(after.admit([post('b', 3), post('c', 2)]).map(({ id }) => id)).toEqual(['c'])
  expect(after.cursor().at).toBe(3)
})

test('an id that no database keeps does not stop a source for ever: its place is saved without what is refused', () => {
  const recent = new RecentPosts(readCursor(undefined))
  recent.admit([post('a\u0000b', 1), post('c\ud83d', 2)])
  expect(JSON.stringify(recent.cursor())).not.toMatch(/\\u0000|\\ud83d/)
})
