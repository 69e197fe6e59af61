import { expect, it } from 'vitest'
import { createSubscriber } from './subscriber.ts'

it('may be closed twice without taking the channel from whoever came after', () => {
  const subscribers = new Map<string, Set<(version: number) => void>>()
  const heard: number[] = []
  const first = createSubscriber(subscribers, 'board', () => undefined)
  first.close()
  createSubscriber(subscribers, 'board', (version) => heard.push(version))
  first.close()
  for (const hear of subscribers.get('board') ?? []) hear(7)
  expect(heard).toEqual([7])
})

it('leaves nothing behind when the last has gone', () => {
  const subscribers = new Map<string, Set<(version: number) => void>>()
  const [one, two] = [
    createSubscriber(subscribers, 'board', () => undefined),
    createSubscriber(subscribers, 'board', () => undefined),
  ]
  one.close()
  expect(subscribers.get('board')?.size).toBe(1)
  two.close()
  expect(subscribers.size).toBe(0)
})
