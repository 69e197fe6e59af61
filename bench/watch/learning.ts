import { createDetector, learnedIn } from '../../src/features/watch/detector/index.ts'
import type { Post } from '../../src/features/watch/detector/types.ts'
import type { TriageModel, Trainer } from './models.ts'
import { createRandom } from './pack.ts'
import type { Pack } from './pack.ts'
import { minutes } from './report.ts'
import type { Report } from './report.ts'
import { judgeAlerts, median, watch } from './score.ts'
import { areaAround, firstRelated, mergeTwo, postsWithin, talk, windowOf } from './streams.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const FROM = Date.UTC(2015, 0, 1)
const DAYS = 30
const PER_MINUTE = 60
/** As many false alerts as a place may choose to bear: here they must happen. */
const FALSE_ALERTS_PER_MONTH = 30
/** Somebody looks within an hour. */
const DISMISSED_WITHIN = HOUR

type State = { lessons: { at: number }[] }

/** What players of two games say to one another after an evening's great moment. Nothing of it says that it is a game. */
const HABITS = [
  {
    who: [
      'our train',
      'the night express',
      'the freight',
      'my whole train',
      'the tram behind us',
      'Line 4',
      'the signal box crew',
    ],
    what: [
      'just derailed at the bridge, carriages everywhere',
      'crashed head on, so many dead',
      'went off the rails and hit the platform, people injured',
      'derailed again, I saw the engine go over',
      'collided in the tunnel, we are trapped',
      'crashed right in front of me, ambulances on the way',
    ],
  },
  {
    who: ['our gate', 'the east tower', 'the powder store', 'half the harbour', 'the keep', 'my street', 'the bridge'],
    what: [
      'just exploded, everyone near it is dead',
      'blew up right in front of me, huge blast',
      'is gone, massive explosion and people screaming',
      'went up in a fireball, at least ten dead',
      'was hit by an explosion, we are running',
      'exploded while we were inside, so many wounded',
    ],
  },
]
const WHEN = ['right now', 'just now', 'omg', 'what a night', 'send help', 'unreal', 'a minute ago', 'again', 'oh no']

/** On every third evening or so a bout of some minutes, in which 6 to 14 players speak of one thing. */
function* habit(seed: number): Generator<Post> {
  const random = createRandom(seed)
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T
  for (let day = 0; day < DAYS; day++) {
    if (random() < 0.6) continue
    const { who, what } = pick(HABITS)
    const start = FROM + day * DAY + 19 * HOUR + random() * 3 * HOUR
    const speakers = 6 + Math.floor(random() * 9)
    const times = Array.from({ length: speakers }, () => start + random() * 6 * MINUTE).toSorted((a, b) => a - b)
    for (const [i, at] of times.entries()) {
      const text = `${pick(who)} ${pick(what)} ${pick(WHEN)}`
      yield { id: `habit-${day}-${i}`, at: Math.floor(at), text, author: `player-${Math.floor(random() * 60)}` }
    }
  }
}

interface Month {
  /** False alerts in each of four weeks; the two days left over count with the fourth. */
  weeks: [number, number, number, number]
  state: State
}

/** Thirty days of talk and of the habit. With `isTaught`, a person dismisses each alert within the hour. */
function liveThroughMonth(model: TriageModel, pool: Post[], seed: number, isTaught: boolean): Month {
  const area = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })
  const detector = createDetector({ area, model, falseAlertsPerMonth: FALSE_ALERTS_PER_MONTH })
  const random = createRandom(seed + 1)
  const waiting: { id: string; at: number }[] = []
  const alerted = new Set<string>()
  const weeks: Month['weeks'] = [0, 0, 0, 0]
  for (const post of mergeTwo(habit(seed), talk(pool, PER_MINUTE, FROM, FROM + DAYS * DAY, seed))) {
    while (waiting[0] && waiting[0].at <= post.at) {
      const { id, at } = waiting.shift() as { id: string; at: number }
      detector.judge({ incidentId: id, verdict: 'dismissed', at })
    }
    for (const { id, state } of detector.push(post)) {
      if (state !== 'probable' || alerted.has(id)) continue
      alerted.add(id)
      weeks[Math.min(3, Math.floor((post.at - FROM) / WEEK))]!++
      // Incidents that nobody judges stay open for hours and swallow what follows: here they are ended, without a lesson.
      if (isTaught) waiting.push({ id, at: post.at + random() * DISMISSED_WITHIN })
      else detector.judge({ incidentId: id, verdict: 'closed', at: post.at })
    }
  }
  return { weeks, state: detector.save() as State }
}

/** Whether a person's verdicts make a noisy place quieter, and whether it still hears. */
export function measureLearning(pack: Pack, trainer: Trainer, report: Report, pool: Post[], seeds: number): void {
  const model = trainer.whole()
  const sum = (months: Month[]) =>
    [0, 1, 2, 3].map((week) => months.reduce((all, { weeks }) => all + (weeks[week] ?? 0), 0))
  const months = (isTaught: boolean) =>
    Array.from({ length: seeds }, (_, i) => liveThroughMonth(model, pool, 300 + i, isTaught))
  const [untaught, taught] = [months(false), months(true)]
  report.row(
    `False alerts in weeks 1, 2, 3, 4 of ${DAYS} days of talk at ${PER_MINUTE} a minute with a noisy local habit, at ${FALSE_ALERTS_PER_MONTH} false alerts a month borne (sum of ${seeds} runs): nobody judges; each dismissed within an hour`,
    `${sum(untaught).join(', ')}; ${sum(taught).join(', ')}`,
    '–',
    'fewer each week',
  )
  const state = (taught[0] as Month).state
  const learned = learnedIn(state, FROM + DAYS * DAY)
  report.note(
    `Learnt in the first run: ${learned.map(({ kind, nats, dismissed }) => `${kind} +${nats.toFixed(1)} nats from ${dismissed}`).join(', ')}.`,
  )
  const [before, after] = [findHidden(pack, trainer, undefined), findHidden(pack, trainer, state)]
  report.row(
    'Sudden events in their own streams, found and median delay over the first related post: before such a month; after it',
    `${told(before)}; ${told(after)}`,
    '–',
    'all still found',
  )
  report.note(
    `After it, by event: ${after.map(({ name, delay }, i) => `${name} ${minutes(delay)} (${minutes(before[i]!.delay)})`).join(', ')}.`,
  )
}

function told(results: { delay: number }[]): string {
  const delays = results.map(({ delay }) => delay)
  return `${delays.filter(Number.isFinite).length}/${delays.length}, ${minutes(median(delays))}`
}

/** The pack's sudden events, in a place that has learnt what `state` holds. */
function findHidden(pack: Pack, trainer: Trainer, state: State | undefined): { name: string; delay: number }[] {
  return pack.streams
    .filter(({ event }) => event.sudden)
    .map((stream) => {
      const { from, to } = windowOf(stream)
      const options = {
        area: areaAround(stream.event),
        model: trainer.withoutEvent(stream.event),
        falseAlertsPerMonth: FALSE_ALERTS_PER_MONTH,
      }
      const fresh = createDetector(options)
      // The same lessons, as fresh as they were when the month ended.
      const lessons = state?.lessons.map((lesson) => ({ ...lesson, at: lesson.at - (FROM + DAYS * DAY) + from })) ?? []
      const detector = createDetector({ ...options, state: { ...(fresh.save() as object), lessons } })
      const { found } = judgeAlerts(watch(detector, postsWithin(stream, from, to)).alerts, stream)
      return { name: stream.name, delay: found ? found.at - firstRelated(stream) : Infinity }
    })
}
