import { createDetector } from '../../src/features/watch/detector/index.ts'
import type { Area, Kind, Post } from '../../src/features/watch/detector/types.ts'
import { describe } from './delay.ts'
import { measureLookUps } from './look-ups.ts'
import type { TriageModel, Trainer } from './models.ts'
import type { EventStream, Pack } from './pack.ts'
import { rate } from './report.ts'
import type { Report } from './report.ts'
import { watch } from './score.ts'
import type { Alert } from './score.ts'
import { areaAround, firstRelated, mergeTwo, talk } from './streams.ts'

const MINUTE = 60_000

/** An area that no post of the pack speaks of, with the names of its places. */
const FAROE: Area = {
  name: 'Faroe Islands',
  hospital: { name: 'Landssjúkrahúsið', lat: 62.0151, lon: -6.7796 },
  radiusKm: 60,
  places: [
    { name: 'Tórshavn', aliases: ['Torshavn'], lat: 62.0107, lon: -6.7741 },
    { name: 'Klaksvík', aliases: ['Klaksvik'], lat: 62.2266, lon: -6.589 },
    { name: 'Vágar', aliases: ['Vagar airport'], lat: 62.0636, lon: -7.2772 },
    { name: 'Runavík', lat: 62.1078, lon: -6.7192 },
    { name: 'Tvøroyri', lat: 61.5559, lon: -6.8117 },
    { name: 'Faroe Islands', aliases: ['Føroyar', 'Faroes'], lat: 62.0, lon: -6.9 },
  ],
}

/** Real incidents among the background, told by the posts themselves: several people speak of them at the time. Counted apart. */
const REAL: { kind: Kind; from: number; to: number }[] = [
  // Nine people in the hours after the first.
  { kind: 'quake', from: Date.UTC(2009, 4, 2, 3), to: Date.UTC(2009, 4, 2, 12) },
  // Italy: news of the day in sixteen posts.
  { kind: 'quake', from: Date.UTC(2009, 3, 7, 5), to: Date.UTC(2009, 3, 7, 15) },
  // Newsrooms: the spill into West Virginia's drinking water; laboratory workers exposed to anthrax.
  { kind: 'chemical', from: Date.UTC(2014, 0, 9), to: Date.UTC(2014, 0, 13) },
  { kind: 'chemical', from: Date.UTC(2014, 5, 19), to: Date.UTC(2014, 5, 21) },
]

function isReal({ at, incident }: Alert): boolean {
  return REAL.some(({ kind, from, to }) => incident.kind === kind && at >= from && at < to)
}

const EVERYWHERE = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })

function daysOf(posts: Post[]): number {
  return new Set(posts.map(({ at }) => Math.floor(at / 86_400_000))).size
}

/** What fires where nothing happened, in the streams' own time. */
export function measureQuiet(pack: Pack, trainer: Trainer, report: Report): void {
  const model = trainer.whole()
  const alarms = (posts: Post[], area: Area) => watch(createDetector({ area, model }), posts)
  const streams: [string, Post[]][] = [
    ['StockNet (its later half)', pack.stocknetUnseen],
    ['Sentiment140', pack.s140],
    ['newsrooms', pack.healthNews],
  ]
  const told = streams.map(([name, posts]) => {
    const { alerts, suspected } = alarms(posts, EVERYWHERE)
    const real = alerts.filter(isReal)
    return { name, alerts: alerts.filter((alert) => !isReal(alert)), real, suspected, days: daysOf(posts) }
  })
  report.row(
    'False alerts in real time on StockNet, Sentiment140, newsrooms',
    told.map(({ name, alerts, days }) => `${name} ${rate(alerts.length, days)}`).join('; '),
    '0; 2 in 42 days; 1 in 1,063 days',
    '≤ 1 in 60 days each',
  )
  for (const { name, alerts, real, suspected } of told) {
    report.note(
      `${name}: ${suspected} incidents suspected, ${alerts.length} false and ${real.length} real ones probable.`,
    )
    for (const alert of alerts.slice(0, 5)) report.quote(`Fired on ${name}: ${describe(alert)}`)
    for (const alert of real) report.quote(`Real, among ${name}: ${describe(alert)}`)
  }
  const far = alarms(pack.disasterWords, FAROE)
  report.row(
    'Disaster words with an area far from them all',
    `${rate(far.alerts.length, daysOf(pack.disasterWords))}; ${far.suspected} suspected`,
    '–',
    '0; unplaced and far posts never page',
  )
  for (const alert of far.alerts.slice(0, 5)) report.quote(`Fired on disaster words, far area: ${describe(alert)}`)
  const everywhere = alarms(pack.disasterWords, EVERYWHERE)
  report.note(
    `Disaster words taken to come from the area (it has no places): ${everywhere.alerts.length} alerts in ${daysOf(pack.disasterWords)} days, ${everywhere.suspected} suspected; an exploration had 79 to 82. Many speak of real, far disasters.`,
  )
}

/** One strong post, copied 500 times in ten minutes, within ordinary talk. */
export function measureCopies(pack: Pack, trainer: Trainer, report: Report, pool: Post[]): void {
  let fired = 0
  let tried = 0
  for (const stream of pack.streams.filter(({ event, collection }) => event.sudden && collection === 't26')) {
    const model = trainer.withoutEvent(stream.event)
    for (const way of WAYS) {
      tried++
      fired += firesOnCopies(stream, model, pool, way) ? 1 : 0
    }
  }
  report.row(
    `One post copied 500 times in ten minutes (the first related post of each sudden event, by ${WAYS.length} ways of copying)`,
    `${fired} alerts in ${tried} tries`,
    '0',
    '0',
  )
  measureLookUps(pack, report)
}

const REMARKS = ['omg', 'please share', 'is this true', 'stay safe everyone', 'no puede ser', 'wow', 'praying']
const WAYS = ['same words', 'passed on', 'link added', 'remark added', 'cut short', 'number changed'] as const

function firesOnCopies(stream: EventStream, model: TriageModel, pool: Post[], way: (typeof WAYS)[number]): boolean {
  const start = firstRelated(stream)
  const original = stream.posts.find(({ post, isRelated }) => isRelated && post.at === start)?.post as Post
  const copies = Array.from({ length: 500 }, (_, i): Post => {
    const text = {
      'same words': original.text,
      'passed on': `RT @someone${i}: ${original.text}`,
      'link added': `${original.text} http://t.co/x${i}`,
      'remark added': i % 2 ? `${REMARKS[i % 7]} ${i} ${original.text}` : `${original.text} ${REMARKS[i % 7]} ${i}`,
      'cut short': `${original.text.slice(0, Math.ceil(original.text.length * (0.6 + (i % 40) / 100)))}…`,
      'number changed': /\d/.test(original.text) ? original.text.replace(/\d+/, String(i)) : `${i} ${original.text}`,
    }[way]
    return { id: `copy-${i}`, at: start + Math.floor((i * 10 * MINUTE) / 500), text, author: `author-${i}` }
  })
  const background = talk(pool, 20, start - 60 * MINUTE, start + 30 * MINUTE, 5)
  const detector = createDetector({ area: areaAround(stream.event), model })
  return watch(detector, mergeTwo(background, copies)).alerts.length > 0
}
