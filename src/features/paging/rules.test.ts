import { describe, expect, test } from 'vitest'
import {
  etaOf,
  isLinkOver,
  isSettled,
  isTooOld,
  linkEndsAt,
  MAX_REMINDERS,
  nextMove,
  reachOf,
  stateAfterAnswer,
  type CallFace,
  type PageFace,
} from './rules.ts'
import type { PageState } from './types.ts'

const pagedAt = new Date('2026-11-21T14:59:20Z')
const minutesLater = (minutes: number) => new Date(pagedAt.getTime() + minutes * 60_000)
const pages = (...states: PageState[]): PageFace[] => states.map((state) => ({ state }))

/** Amal is asked first; after three minutes Jonas and Dr Osei. */
function dutyCall(changes: Partial<CallFace> = {}): CallFace {
  return {
    mode: 'first-answer',
    state: 'open',
    steps: [
      { people: ['amal'], afterMinutes: 3 },
      { people: ['jonas', 'osei'], afterMinutes: 5 },
    ],
    step: 1,
    reminders: 0,
    enough: null,
    movedAt: pagedAt,
    ...changes,
  }
}

/** Jonas, Dr Osei and Dr Lindqvist are asked at once; two are enough. */
function callIn(changes: Partial<CallFace> = {}): CallFace {
  return dutyCall({
    mode: 'call-in',
    steps: [{ people: ['jonas', 'osei', 'lindqvist'], afterMinutes: 4 }],
    enough: 2,
    ...changes,
  })
}

describe('one must come', () => {
  test('Amal sleeps: three minutes after her page the next rung is asked', () => {
    expect(nextMove(dutyCall(), pages('sent'), pagedAt)).toEqual({ kind: 'escalate', at: minutesLater(3) })
  })

  test('Amal has seen it: nobody else is asked', () => {
    expect(isSettled(dutyCall(), pages('seen'))).toBe(true)
    expect(nextMove(dutyCall({ state: 'answered' }), pages('seen'), pagedAt)).toBeNull()
  })

  test('Amal cannot: the next rung is asked at once, not after three minutes', () => {
    expect(nextMove(dutyCall(), pages('cannot'), minutesLater(1))).toEqual({ kind: 'escalate', at: minutesLater(1) })
  })

  test('Amal cannot be reached at all: the next rung is asked at once', () => {
    expect(nextMove(dutyCall(), pages('unreachable'), pagedAt)?.at).toEqual(pagedAt)
  })

  test('the server slept through the deadline: it escalates now, not in the past', () => {
    expect(nextMove(dutyCall(), pages('sent'), minutesLater(9))).toEqual({ kind: 'escalate', at: minutesLater(9) })
  })

  test('on the last rung they are reminded after its five minutes, then every two, five times; then it is exhausted', () => {
    const last = (reminders: number) =>
      nextMove(dutyCall({ step: 2, reminders }), pages('sent', 'sent', 'sent'), pagedAt)
    expect(last(0)).toEqual({ kind: 'remind', at: minutesLater(5) })
    expect(last(1)).toEqual({ kind: 'remind', at: minutesLater(2) })
    expect(last(MAX_REMINDERS - 1)?.kind).toBe('remind')
    expect(last(MAX_REMINDERS)).toEqual({ kind: 'exhaust', at: minutesLater(2) })
  })

  test('everybody said that they cannot: exhausted at once', () => {
    expect(nextMove(dutyCall({ step: 2 }), pages('cannot', 'cannot', 'unreachable'), minutesLater(4))).toEqual({
      kind: 'exhaust',
      at: minutesLater(4),
    })
  })

  test('Jonas was coming and now cannot: the asking goes on', () => {
    expect(stateAfterAnswer(dutyCall({ state: 'answered' }), pages('sent', 'cannot'))).toBe('open')
  })

  test('Amal answers after it was exhausted: it is answered after all', () => {
    expect(stateAfterAnswer(dutyCall({ state: 'exhausted' }), pages('seen', 'sent'))).toBe('answered')
    expect(stateAfterAnswer(dutyCall({ state: 'exhausted' }), pages('cannot', 'sent'))).toBe('exhausted')
  })

  test('an answer to an ended call does not start it again', () => {
    expect(stateAfterAnswer(dutyCall({ state: 'ended' }), pages('cannot'))).toBe('ended')
  })
})

describe('who can come, and when', () => {
  test('Jonas is coming: the others are still asked', () => {
    expect(isSettled(callIn(), pages('coming', 'sent', 'sent'))).toBe(false)
    expect(nextMove(callIn(), pages('coming', 'sent', 'sent'), pagedAt)).toEqual({
      kind: 'remind',
      at: minutesLater(4),
    })
  })

  test('two are coming: enough', () => {
    expect(isSettled(callIn(), pages('coming', 'coming', 'sent'))).toBe(true)
  })

  test('Dr Osei has seen it: that is not coming', () => {
    expect(isSettled(callIn({ enough: 1 }), pages('seen', 'sent', 'sent'))).toBe(false)
  })

  test('all have answered and only one is coming: it is exhausted, and says so', () => {
    expect(nextMove(callIn(), pages('coming', 'cannot', 'cannot'), minutesLater(2))).toEqual({
      kind: 'exhaust',
      at: minutesLater(2),
    })
  })

  test('without a number nothing is missing when somebody comes, and all is missing when nobody does', () => {
    const open = callIn({ enough: null })
    expect(nextMove(open, pages('coming', 'cannot', 'cannot'), pagedAt)).toBeNull()
    expect(nextMove(open, pages('cannot', 'cannot', 'cannot'), pagedAt)?.kind).toBe('exhaust')
  })

  test('without a number a second wave is asked, unless the whole first wave is coming', () => {
    const waves = callIn({
      enough: null,
      steps: [
        { people: ['jonas', 'osei'], afterMinutes: 4 },
        { people: ['lindqvist'], afterMinutes: 4 },
      ],
    })
    expect(nextMove(waves, pages('coming', 'sent'), pagedAt)).toEqual({ kind: 'escalate', at: minutesLater(4) })
    expect(nextMove(waves, pages('coming', 'coming'), pagedAt)).toBeNull()
    expect(nextMove(waves, pages('coming', 'cannot'), minutesLater(1))).toEqual({
      kind: 'escalate',
      at: minutesLater(1),
    })
  })
})

describe('a test page', () => {
  test('is never escalated and never reminded', () => {
    expect(nextMove(dutyCall({ mode: 'test' }), pages('sent'), minutesLater(60))).toBeNull()
  })

  test('is answered by whatever Jonas taps: it reached him', () => {
    expect(isSettled(dutyCall({ mode: 'test' }), pages('cannot'))).toBe(true)
  })
})

describe('the link', () => {
  const page = { openedAt: pagedAt }

  test('works for a day while the call runs', () => {
    expect(isLinkOver(page, { endedAt: null }, minutesLater(24 * 60 - 1))).toBe(false)
    expect(isLinkOver(page, { endedAt: null }, minutesLater(24 * 60))).toBe(true)
  })

  test('works until twelve hours after the end, but never longer than a day', () => {
    expect(linkEndsAt(page, { endedAt: minutesLater(60) })).toEqual(minutesLater(13 * 60))
    expect(linkEndsAt(page, { endedAt: minutesLater(20 * 60) })).toEqual(minutesLater(24 * 60))
  })
})

describe('a call found a day later, in a restored backup', () => {
  test('wakes nobody any more', () => {
    expect(isTooOld({ openedAt: pagedAt }, minutesLater(24 * 60 - 1))).toBe(false)
    expect(isTooOld({ openedAt: pagedAt }, minutesLater(24 * 60))).toBe(true)
  })
})

describe('being here', () => {
  test('Dr Osei answered at 14:59:20 that she comes in 20 minutes', () => {
    expect(etaOf({ answer: 'coming', minutes: 20, answeredAt: pagedAt })).toEqual(minutesLater(20))
    expect(etaOf({ answer: 'cannot', minutes: null, answeredAt: pagedAt })).toBeNull()
  })
})

describe('who can be woken', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  test('the best method counts', () => {
    expect(reachOf([{ verifiedAt: null }, { verifiedAt: daysAgo(3) }], true, now)).toBe('tested')
  })
  test('a test of last year wants to be repeated', () => {
    expect(reachOf([{ verifiedAt: daysAgo(181) }], true, now)).toBe('stale')
  })
  test('an address that never answered is a hope, not a method', () => {
    expect(reachOf([], true, now)).toBe('untested')
    expect(reachOf([{ verifiedAt: null }], false, now)).toBe('untested')
  })
  test('no address: cannot be reached', () => {
    expect(reachOf([], false, now)).toBe('none')
  })
})
