import { createDetector } from '../../src/features/watch/detector/index.ts'
import type { Post } from '../../src/features/watch/detector/types.ts'
import { bootstrap } from './bootstrap.ts'
import type { TriageModel, Trainer } from './models.ts'
import type { EventStream, Pack } from './pack.ts'
import { clock, minutes, rate, share } from './report.ts'
import type { Report } from './report.ts'
import { judgeAlerts, median, watch } from './score.ts'
import type { Alert, Verdicts } from './score.ts'
import { areaAround, firstRelated, mergeTwo, postsWithin, talk, windowOf } from './streams.ts'

const DAY = 86_400_000

type Choose = (stream: EventStream) => TriageModel

/** Boston alone, in time order: how long after the first bomb, what else fires, into how many incidents it falls. */
export function measureBoston(pack: Pack, trainer: Trainer, report: Report): void {
  const stream = pack.streams.find(({ name }) => name === 't6-boston-bombings-2013') as EventStream
  const [event, kind] = [trainer.withoutEvent(stream.event), trainer.withoutKind(stream.event, pack.events)].map(
    (model) => judgeAlone(stream, model),
  ) as [Verdicts, Verdicts]
  const told = ({ found, wrong }: Verdicts) => `${clock(found && found.at - stream.onset)}, ${wrong.length} false`
  report.row(
    'Boston T6 in time order: delay after the first bomb; false alerts in its five days',
    `${told(event)}; *kind*: ${told(kind)}`,
    '5:25, 0; *kind*: 6:07, 0 (the Globe 7:17, departments about 9:00)',
    '≤ 5:31, 0; *kind* ≤ 6:07, 0',
  )
  for (const alert of event.wrong) report.quote(`Boston, false: ${describe(alert)}`)
  for (const alert of kind.wrong) report.quote(`Boston, *kind*, false: ${describe(alert)}`)
  if (event.found) report.quote(`Boston, found: ${describe(event.found)}`)
  const merged = pack.streams
    .filter(({ event: { sudden } }) => sudden)
    .map((one) => {
      const { found, duplicates } = judgeAlone(one, trainer.withoutEvent(one.event))
      return { name: one.name, alerts: (found ? 1 : 0) + duplicates.length }
    })
  report.row(
    'Alerts for one event (merging): Boston T6 over five days; median and most of the sudden events',
    `${(event.found ? 1 : 0) + event.duplicates.length}; ${median(merged.map(({ alerts }) => alerts))}, ${Math.max(...merged.map(({ alerts }) => alerts))}`,
    'about 150 in the Boston file',
    '1; ≤ 2',
  )
  report.note(
    `Alerts per sudden event over its whole file: ${merged.map(({ name, alerts }) => `${name} ${alerts}`).join(', ')}.`,
  )
}

function judgeAlone(stream: EventStream, model: TriageModel): Verdicts {
  const detector = createDetector({ area: areaAround(stream.event), model })
  return judgeAlerts(
    watch(
      detector,
      stream.posts.map(({ post }) => post),
    ).alerts,
    stream,
  )
}

/** The sudden events hidden in ordinary talk at a steady rate. */
export function measureHidden(pack: Pack, report: Report, choose: Choose, options: HiddenOptions): void {
  const { perMinute, falseAlertsPerMonth, label, best, goal } = options
  const { names, delays, wrong, days } = hide(pack, choose, options)
  const { alerts } = watchTalk(choose(suddenOf(pack)[0] as EventStream), options)
  const found = (values: number[]) => values.filter(Number.isFinite).length
  const [count, middle] = [bootstrap(delays, found, 1), bootstrap(delays, median, 1)]
  report.row(
    label,
    `${found(delays)}/${delays.length} (${count.low} to ${count.high}), ${minutes(median(delays))} (${minutes(middle.low)} to ${minutes(middle.high)}), ${share(alerts.length / options.talkDays)} false a day`,
    best,
    goal,
  )
  report.note(
    `${perMinute} a minute, ${falseAlertsPerMonth} false a month allowed, minutes over the first related post: ${names.map((name, i) => `${name} ${minutes(delays[i]!)}`).join(', ')}; ${wrong.length} false alerts in the streams' own ${days.toFixed(1)} days.`,
  )
  for (const alert of wrong.slice(0, 10))
    report.quote(`False beside an event at ${perMinute} a minute: ${describe(alert)}`)
  const distinctDays = options.pool.length / (perMinute * 1440)
  report.note(
    `Talk alone at ${perMinute} a minute: ${rate(alerts.length, options.talkDays)}. There are only about ${distinctDays.toFixed(1)} days of different posts; the rest are redrawn coincidences.`,
  )
  for (const alert of alerts.slice(0, 5)) report.quote(`False in talk: ${describe(alert)}`)
}

/** What each budget of false alerts costs in delay, and whether it is kept: at 20 posts a minute. */
export function measureBudgets(
  pack: Pack,
  report: Report,
  choose: Choose,
  { pool, talkDays }: Pick<HiddenOptions, 'pool' | 'talkDays'>,
): void {
  const told = [7, 14, 30, 60, 90, 180].map((days) => {
    const options = { perMinute: 20, pool, talkDays, falseAlertsPerMonth: 30 / days }
    const { delays } = hide(pack, choose, options)
    const { alerts } = watchTalk(choose(suddenOf(pack)[0] as EventStream), options)
    const found = delays.filter(Number.isFinite)
    return `${days} days: ${found.length}/${delays.length}, ${minutes(median(found))}, ${alerts.length} false in ${talkDays} days`
  })
  report.row(
    'At most one false page in so many days: found, median delay of those found, false in talk at 20 a minute',
    told.join(' · '),
    '–',
    'as many false as allowed, or fewer',
  )
}

function suddenOf(pack: Pack): EventStream[] {
  return pack.streams.filter(({ event }) => event.sudden)
}

function hide(pack: Pack, choose: Choose, { perMinute, pool, falseAlertsPerMonth }: Omit<Drawn, 'talkDays'>) {
  const wrong: Alert[] = []
  let days = 0
  const delays = suddenOf(pack).map((stream, i) => {
    const { from, to } = windowOf(stream)
    const background = talk(pool, perMinute, from, to, 1000 + i)
    const detector = createDetector({ area: areaAround(stream.event), model: choose(stream), falseAlertsPerMonth })
    const verdicts = judgeAlerts(watch(detector, mergeTwo(postsWithin(stream, from, to), background)).alerts, stream)
    wrong.push(...verdicts.wrong)
    days += (to - from) / DAY
    return verdicts.found ? verdicts.found.at - firstRelated(stream) : Infinity
  })
  return { names: suddenOf(pack).map(({ name }) => name), delays, wrong, days }
}

/** Talk at a rate, and the budget that the detector is given. */
interface Drawn {
  perMinute: number
  /** Ordinary posts that no training saw. */
  pool: Post[]
  /** Days of talk alone in which false alerts are counted. */
  talkDays: number
  falseAlertsPerMonth: number
}

export interface HiddenOptions extends Drawn {
  label: string
  best: string
  goal: string
}

function watchTalk(model: TriageModel, { pool, perMinute, talkDays, falseAlertsPerMonth }: Drawn) {
  const from = Date.UTC(2015, 0, 1)
  const area = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })
  const detector = createDetector({ area, model, falseAlertsPerMonth })
  return watch(detector, talk(pool, perMinute, from, from + talkDays * DAY, 77))
}

/** An alert on one line, for reading: when, what, and the posts it rests on. */
export function describe({ at, incident, support }: Alert): string {
  const { kind, confidence, evidence, place } = incident
  const texts = evidence
    .filter(({ post, bearing }) => bearing === 'counts' && support.includes(post.id))
    .slice(0, 3)
    .map(({ post }) => `“${post.text.slice(0, 100)}”`)
  return `${new Date(at).toISOString().slice(0, 19)} ${kind} ${confidence.toFixed(2)}${place ? ` at ${place.name}` : ''}: ${texts.join(' · ')}`
}
