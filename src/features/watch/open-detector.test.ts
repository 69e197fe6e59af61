import { expect, test } from 'vitest'
import { createLogger } from '#platform/log.ts'
import { HARBOUR, WITNESSES, ordinaryHour, tell } from './detector/stories.ts'
import { openDetectors } from './open-detector.ts'

test('a memory that cannot be used is a fresh start, and Omar reads in the log that it was lost', async () => {
  const lines: string[] = []
  const open = openDetectors(createLogger('info', (line) => void lines.push(line)))

  const first = await open(HARBOUR, undefined, 1)
  tell(first, [...ordinaryHour(), ...WITNESSES])
  const again = await open(HARBOUR, JSON.parse(JSON.stringify(first.save())), 1)
  expect(again.open()).toEqual(first.open())
  expect(lines).toEqual([])

  const lost = await open(HARBOUR, { version: 2, clusters: 'gone' }, 1)
  expect(lost.open()).toEqual([])
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    area: 'Harbourside',
    msg: expect.stringContaining('starts afresh') as unknown,
  })
})
