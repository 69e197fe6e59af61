import type { Detector, Post } from '../../src/features/watch/detector/types.ts'
import { bootstrap } from './bootstrap.ts'
import { HALVES } from './halves.ts'
import type { TriageModel } from './models.ts'
import { type OwnEvent, readOwnEvents } from './own-events/read-events.ts'
import { minutes } from './report.ts'
import type { Report } from './report.ts'
import { type Alert, judgeAlerts, median, watch } from './score.ts'
import { areaAround, mergeTwo } from './streams.ts'
import { WARMED_UP_AT, talkOn, warmUp } from './warm-up.ts'

const ONSET = WARMED_UP_AT
const LIMIT = 30 * 60_000
const AREA = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })

const GOALS: Record<number, string> = { 20: '≤ +5 min', 200: '≤ +8 min', 1000: '≤ +12 min' }

/** One event in one draw of talk. */
interface Trial {
  /** Over the event's first post, ms; a miss is infinite. */
  delay: number
  duplicates: number
  wrong: number
  found: Alert | undefined
  isKindRight: boolean
}

interface Told {
  event: OwnEvent
  trials: Trial[]
  /** The middle one of its trials. */
  delay: number
}

/** Invented events that nobody tuned on, hidden in ordinary talk: found within half an hour, how soon, as what. */
export function measureOwnEvents(model: TriageModel, report: Report, pool: Post[], quick: boolean): void {
  const events = readOwnEvents()
  for (const perMinute of quick ? [20, 200] : [20, 200, 1000]) {
    const told = hide(events, model, pool, perMinute, quick ? 1 : 3)
    report.row(
      `${events.length} invented events, written blind, hidden in ${perMinute.toLocaleString('en')} posts a minute: found within 30 min of the first post, median delay over it (95 % by bootstrap over events)`,
      HALVES.map((half) => `${half} ${summary(told.filter(({ event }) => event.half === half))}`).join(' · '),
      '–',
      `all, ${GOALS[perMinute]}`,
    )
    const seen = told.filter(({ event }) => event.half === 'development')
    report.note(`${perMinute} a minute, development half: ${seen.map(onOneLine).join(', ')}.`)
  }
}

function hide(events: OwnEvent[], model: TriageModel, pool: Post[], perMinute: number, draws: number): Told[] {
  const trials = events.map((): Trial[] => [])
  for (let draw = 0; draw < draws; draw++) {
    const warmed = warmUp(AREA, model, pool, { perMinute, seed: 100 + draw })
    events.forEach((event, i) => {
      const until = ONSET + event.posts[0]!.offsetSeconds * 1000 + LIMIT
      trials[i]!.push(judge(event, talkOn(pool, perMinute, until, 1000 * (draw + 1) + i), warmed()))
    })
  }
  return events.map((event, i) => ({ event, trials: trials[i]!, delay: median(trials[i]!.map(({ delay }) => delay)) }))
}

function judge(event: OwnEvent, background: Iterable<Post>, detector: Detector): Trial {
  const before = new Set(detector.open().flatMap(({ id, state }) => (state === 'suspected' ? [] : [id])))
  const posts = event.posts.map(({ offsetSeconds, text, author }, i): Post => ({
    id: `${event.event}-${i}`,
    at: ONSET + offsetSeconds * 1000,
    text,
    author,
  }))
  const first = posts[0]!.at
  const { alerts } = watch(detector, mergeTwo(posts, background))
  const { found, duplicates, wrong } = judgeAlerts(
    alerts.filter(({ incident }) => !before.has(incident.id)),
    { onset: ONSET, posts: posts.map((post) => ({ post, isRelated: true })) },
  )
  return {
    delay: found && found.at - first <= LIMIT ? found.at - first : Infinity,
    duplicates: duplicates.length,
    wrong: wrong.length,
    found,
    isKindRight: found !== undefined && event.kinds.includes(found.incident.kind),
  }
}

function summary(told: Told[]): string {
  const delays = told.map(({ delay }) => delay)
  const found = (values: number[]) => values.filter(Number.isFinite).length
  const [count, middle] = [bootstrap(delays, found, 1), bootstrap(delays, median, 1)]
  const trials = told.flatMap((one) => one.trials)
  const hits = trials.filter((trial) => trial.found)
  const sum = (pick: (trial: Trial) => number) => trials.reduce((total, trial) => total + pick(trial), 0)
  return [
    `${found(delays)}/${told.length} (${count.low} to ${count.high})`,
    `${minutes(median(delays))} (${minutes(middle.low)} to ${minutes(middle.high)})`,
    `kind right in ${hits.filter(({ isKindRight }) => isKindRight).length} of ${hits.length} alerts`,
    `${sum(({ duplicates }) => duplicates)} duplicates and ${sum(({ wrong }) => wrong)} false in ${trials.length} tries`,
  ].join(', ')
}

function onOneLine({ event, trials, delay }: Told): string {
  const wrongly = trials.flatMap(({ found, isKindRight }) => (found && !isKindRight ? [found.incident.kind] : []))
  return `${event.event} (${event.lang}) ${minutes(delay)}${wrongly.length > 0 ? ` as ${[...new Set(wrongly)].join(' or ')}` : ''}`
}
