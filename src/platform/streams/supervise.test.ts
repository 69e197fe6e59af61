import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { codeOfFault, StreamFault, superviseStream, type Connection, type StreamState } from './supervise.ts'

type Connect = (connection: Connection, time: number) => AsyncIterable<string>

/** Supervises until `batches` were taken or `states` were said; short waits, no chance. */
async function supervise(
  connect: Connect,
  end: { batches?: number; states?: number },
  options: { stallMs?: number; take?: (batch: string) => Promise<void> } = {},
) {
  const ended = new AbortController()
  const taken: string[] = []
  const states: StreamState[] = []
  let connections = 0
  await superviseStream<string>(
    {
      stallMs: options.stallMs ?? 1_000,
      backOff: { firstMs: 4, mostMs: 16 },
      random: () => 1,
      connect: (connection) => connect(connection, ++connections),
      async take(batch) {
        await options.take?.(batch)
        taken.push(batch)
        if (taken.length === end.batches) ended.abort()
      },
      onState(state) {
        states.push(state)
        if (states.length === end.states) ended.abort()
      },
    },
    ended.signal,
  )
  return { taken, states, connections }
}

/** A connection that breaks before it carries anything. */
async function* failing(fault: Error): AsyncGenerator<string> {
  if (fault) throw fault
  yield 'never'
}

const waits = (states: StreamState[]) => states.flatMap((state) => (state.state === 'waiting' ? [state.retryInMs] : []))
const codes = (states: StreamState[]) => states.flatMap((state) => (state.state === 'waiting' ? [state.code] : []))

describe('a stream that fails', () => {
  test('is tried again with pauses that double up to a limit', async () => {
    const { states, connections } = await supervise(() => failing(new StreamFault('status-503')), { states: 5 })
    expect(waits(states)).toEqual([4, 8, 16, 16, 16])
    expect(new Set(codes(states))).toEqual(new Set(['status-503']))
    expect(connections).toBe(5)
  })

  test('begins with short pauses again once it was heard', async () => {
    const { states } = await supervise(
      ({ onHeard }, time) => {
        if (time === 4) onHeard()
        return failing(new StreamFault('closed'))
      },
      { states: 6 },
    )
    expect(waits(states)).toEqual([4, 8, 16, 4, 8])
  })

  test('that somebody must repair first is not hammered', async () => {
    const { states } = await supervise(() => failing(new StreamFault('status-401', { isLasting: true })), { states: 2 })
    expect(waits(states)).toEqual([16, 16])
  })

  test('comes back at different moments in different houses', async () => {
    const seen = new Set<number>()
    for (const chance of [0, 0.3, 0.6, 1]) {
      const ended = new AbortController()
      await superviseStream<string>(
        {
          stallMs: 100,
          backOff: { firstMs: 10, mostMs: 10 },
          random: () => chance,
          connect: () => failing(new StreamFault('closed')),
          take: async () => undefined,
          onState(state) {
            if (state.state === 'waiting') seen.add(state.retryInMs)
            ended.abort()
          },
        },
        ended.signal,
      )
    }
    expect([...seen]).toEqual([5, 7, 8, 10])
  })
})

describe('a stream that stalls', () => {
  test('is noticed, though its connection stands, and connected anew', async () => {
    const { taken, states, connections } = await supervise(
      async function* ({ signal, onHeard }, time) {
        onHeard()
        yield `batch ${time}`
        await pause(10_000, undefined, { signal })
      },
      { batches: 2 },
      { stallMs: 30 },
    )
    expect(taken).toEqual(['batch 1', 'batch 2'])
    expect(codes(states)).toEqual(['stalled'])
    expect(connections).toBe(2)
  })

  test('signs of life without posts keep it', async () => {
    const { connections, taken } = await supervise(
      async function* ({ onHeard }) {
        for (let i = 0; i < 8; i++) {
          onHeard()
          await pause(15)
        }
        yield 'at last'
      },
      { batches: 1 },
      { stallMs: 60 },
    )
    expect(taken).toEqual(['at last'])
    expect(connections).toBe(1)
  })

  test('the time that a batch needs to be kept is not its silence', async () => {
    const { taken, connections } = await supervise(
      async function* ({ onHeard }) {
        onHeard()
        yield 'one'
        yield 'two'
      },
      { batches: 2 },
      { stallMs: 40, take: () => pause(80) },
    )
    expect(taken).toEqual(['one', 'two'])
    expect(connections).toBe(1)
  })
})

test('a batch that could not be kept is asked for again', async () => {
  let fails = true
  const { taken, connections } = await supervise(
    async function* ({ onHeard }) {
      onHeard()
      yield 'kept'
    },
    { batches: 1 },
    {
      async take() {
        if (!fails) return
        fails = false
        throw new Error('the database is away')
      },
    },
  )
  expect(taken).toEqual(['kept'])
  expect(connections).toBe(2)
})

test('what went wrong beneath has a stable code', () => {
  const wrapped = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
  expect(codeOfFault(wrapped('ECONNREFUSED'))).toBe('refused')
  expect(codeOfFault(wrapped('ENOTFOUND'))).toBe('unknown-host')
  expect(codeOfFault(wrapped('DEPTH_ZERO_SELF_SIGNED_CERT'))).toBe('tls')
  expect(codeOfFault(new Error('?'))).toBe('broken')
  expect(codeOfFault('?')).toBe('broken')
})
