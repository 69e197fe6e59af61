import { describe, expect, test } from 'vitest'
import { MANY } from './casualties.ts'
import { summariseCasualties } from './casualty-summary.ts'
import { HARBOUR, WITNESSES, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { CasualtyClaim, Voice } from './types.ts'

const claim = (
  postId: string,
  voice: Voice,
  low: number,
  high = low,
  what: 'hurt' | 'dead' = 'hurt',
): CasualtyClaim => ({
  postId,
  voice,
  what,
  low,
  high,
})

describe('What is said of the hurt comes to', () => {
  test('a range and who says so, with the latest figure of an authority', () => {
    const { hurt, dead } = summariseCasualties([
      claim('ana', 'person', 2),
      claim('tom', 'person', 3, 12),
      claim('echo', 'newsroom', 5),
      claim('police', 'official', 4),
      claim('clinic', 'official', 6),
    ])
    expect(hurt).toMatchObject({
      low: 2,
      high: 12,
      isOpenEnded: false,
      posts: { person: 2, newsroom: 1, official: 2 },
      official: { postId: 'clinic', low: 6 },
      isContradictory: true,
    })
    expect(hurt!.claims).toHaveLength(5)
    expect(dead).toBeUndefined()
  })

  test('an open end only where the highest claim has one', () => {
    expect(summariseCasualties([claim('a', 'person', 10, MANY), claim('b', 'person', 8)]).hurt).toMatchObject({
      low: 8,
      high: 10,
      isOpenEnded: true,
      isContradictory: true,
    })
    expect(summariseCasualties([claim('a', 'person', 10, MANY), claim('b', 'person', 40)]).hurt).toMatchObject({
      low: 10,
      high: 40,
      isOpenEnded: false,
      isContradictory: false,
    })
  })

  test('nothing where nobody said a number, and none where somebody said none', () => {
    expect(summariseCasualties([])).toEqual({})
    expect(summariseCasualties([claim('a', 'person', 0, 0, 'dead')]).dead).toMatchObject({ low: 0, high: 0 })
  })
})

test('the police correct their own figure: the newer takes the place of the older, and Ana’s stays', () => {
  const police = (minute: number, id: string, text: string) =>
    post(minute, text, { id, author: 'harbourside-police.example' })
  const detector = openDetector({ area: HARBOUR })
  tell(detector, [
    ...ordinaryHour(),
    ...WITNESSES,
    post(3, 'Explosion at Pier 2, my colleague Ana counts 14 wounded people on the quay', { id: 'ana' }),
    police(5, 'p1', 'We are at the ferry terminal after an explosion. 6 people injured.'),
    police(25, 'p2', 'Update on the explosion at the ferry terminal: 9 people injured, two of them badly'),
  ])
  const { hurt } = summariseCasualties(detector.open()[0]!.casualties)
  expect(hurt!.official).toMatchObject({ postId: 'p2', low: 9, high: 9 })
  expect(hurt!.claims.map(({ postId }) => postId)).toContain('ana')
  expect(hurt!.claims.map(({ postId }) => postId)).not.toContain('p1')
})
