import { expect, test } from 'vitest'
import { createPulse } from './pulse.ts'

test('news is told at once; ordinary posts at most twice a second, and never forgotten', () => {
  let ms = 0
  const pulse = createPulse(() => ms)
  expect(pulse.beats(null, 'soon')).toBe(true)
  ms = 100
  expect(pulse.beats(null, 'soon')).toBe(false)
  expect(pulse.beats(null, 'now')).toBe(true)
  ms = 200
  expect(pulse.beats(null, 'soon')).toBe(false)
  ms = 500
  expect(pulse.beats(null, 'idle')).toBe(false)
  ms = 600
  expect(pulse.beats(null, 'idle'), 'the post from before').toBe(true)
})

test('a quiet board is drawn anew every half minute, because its times grow old', () => {
  let ms = 0
  const pulse = createPulse(() => ms)
  pulse.beats(null, 'now')
  ms = 29_000
  expect(pulse.beats(null, 'idle')).toBe(false)
  ms = 30_000
  expect(pulse.beats(null, 'idle')).toBe(true)
})

test('scenes do not wait for each other', () => {
  const pulse = createPulse(() => 0)
  expect(pulse.beats(null, 'soon')).toBe(true)
  expect(pulse.beats('drill', 'soon')).toBe(true)
})
