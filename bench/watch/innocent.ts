import type { DetectedIncident, Detector, Post } from '../../src/features/watch/detector/types.ts'
import { upperBound } from './bootstrap.ts'
import { HALVES, halfOf } from './halves.ts'
import { type InnocentPost, earlierPosts, readInnocentPosts } from './innocent-posts.ts'
import type { TriageModel } from './models.ts'
import type { Report } from './report.ts'
import { areaAround, mergeTwo } from './streams.ts'
import { WARMED_UP_AT, talkOn, warmUp } from './warm-up.ts'

const MINUTE = 60_000
const PER_MINUTE = 20
const DAY = 1440 * MINUTE
const GAP = 45 * MINUTE
const AREA = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })

/** Which of the posts are evidence that counts in incidents that became suspected, and probable. */
interface Reached {
  suspected: InnocentPost[]
  probable: InnocentPost[]
  /** How many incidents became probable by them. */
  alerts: number
  /** How many of them joined an incident that talk alone had made probable. */
  takenIn: number
}

/** Posts that name harm and report none: alone in ordinary talk, then all of a sort, and all of a language, at once. */
export function measureInnocent(model: TriageModel, report: Report, pool: Post[]): void {
  const warmed = warmUp(AREA, model, pool, { perMinute: PER_MINUTE, seed: 11 })
  const atOnce = (posts: InnocentPost[], time: number) => reached(warmed(), pool, spread(posts, time))
  const alone = (posts: InnocentPost[]) => joined(posts.map((post) => atOnce([post], MINUTE)))
  const bursts = (posts: InnocentPost[]) => ({
    sorts: groupsOf(posts, 'sort').map(([name, group]) => ({ name, ...atOnce(group, 10 * MINUTE) })),
    languages: groupsOf(posts, 'lang').map(([name, group]) => ({ name, ...atOnce(group, 60 * MINUTE) })),
  })
  const fired = (told: ReturnType<typeof bursts>) =>
    `${told.sorts.filter(isProbable).length} of ${told.sorts.length} sorts, ${told.languages.filter(isProbable).length} of ${told.languages.length} languages`

  const all = readInnocentPosts()
  const halves = HALVES.map((half) => {
    const posts = all.filter(({ text }) => halfOf(text) === half)
    return { half, posts, alone: alone(posts), bursts: bursts(posts), days: atOnce(posts, posts.length * GAP) }
  })
  report.row(
    `Posts of our own that name harm and report none near (${groupsOf(all, 'sort').length} sorts, ${groupsOf(all, 'lang').length} languages, written blind), each alone in talk at 20 a minute: suspected; probable`,
    halves.map((told) => `${told.half} ${counted(told.posts, told.alone)}`).join(' · '),
    '–',
    '≤ 1 % suspected, none probable',
  )
  report.row(
    'The same, all of a sort within ten minutes, all of a language within an hour: probable',
    `${halves.map((told) => `${told.half} ${fired(told.bursts)}`).join(' · ')} · both halves together ${fired(bursts(all))}`,
    '–',
    'none',
  )
  report.row(
    'The same in mixed order, one every 45 minutes: alerts by them; how many an alert of mere talk took in later',
    halves
      .map(
        ({ half, posts, days }) =>
          `${half} ${days.alerts} in ${((posts.length * GAP) / DAY).toFixed(1)} days; ${days.takenIn}`,
      )
      .join(' · '),
    '–',
    '0; 0',
  )
  for (const { half, posts, alone: told } of halves) {
    const languages = groupsOf(posts, 'lang').map(([name, group]) => `${name} ${counted(group, only(told, name))}`)
    report.note(`Innocent posts alone, ${half}, by language: ${languages.join(' · ')}.`)
  }
  const [development] = halves
  if (development) tellDevelopment(development.alone, development.bursts, report)

  const earlier = earlierPosts()
  const earlierAlone = alone(earlier)
  report.row(
    `${earlier.length} earlier posts of our own, seen while the word lists were made: each alone; all of a sort within ten minutes`,
    `${counted(earlier, earlierAlone)}; ${bursts(earlier).sorts.filter(isProbable).length} of 6 sorts probable`,
    '–',
    '≤ 1 % suspected, none probable',
  )
  if (earlierAlone.suspected.length > 0)
    report.note(`Innocent and earlier, yet suspected: ${quoted(earlierAlone.suspected)}`)
}

function tellDevelopment(
  alone: Reached,
  bursts: { sorts: (Reached & { name: string })[]; languages: (Reached & { name: string })[] },
  report: Report,
): void {
  if (alone.suspected.length > 0) report.note(`Innocent, yet suspected: ${quoted(alone.suspected)}`)
  if (alone.probable.length > 0) report.note(`Innocent, yet probable alone: ${quoted(alone.probable)}`)
  for (const { name, probable } of [...bursts.sorts, ...bursts.languages])
    if (probable.length > 0)
      report.note(`Innocent, yet probable when all of “${name}” come at once: ${quoted(probable)}`)
}

/** `2.4 % of 164 (≤ 5.5 %); 0 (≤ 1.8 %)`: suspected and probable with the bounds that 19 of 20 such sets keep. */
function counted(posts: InnocentPost[], { suspected, probable }: Pick<Reached, 'suspected' | 'probable'>): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const bound = (found: number) => `(≤ ${percent(upperBound(found, posts.length))})`
  return `${percent(suspected.length / posts.length)} of ${posts.length} ${bound(suspected.length)}; ${probable.length} ${bound(probable.length)}`
}

function quoted(posts: InnocentPost[]): string {
  return posts.map(({ sort, lang, text }) => `“${text}” (${sort}, ${lang})`).join(' · ')
}

function isProbable({ alerts }: Reached): boolean {
  return alerts > 0
}

function only({ suspected, probable }: Reached, lang: string): Pick<Reached, 'suspected' | 'probable'> {
  const ofLang = (post: InnocentPost) => post.lang === lang
  return { suspected: suspected.filter(ofLang), probable: probable.filter(ofLang) }
}

function groupsOf(posts: InnocentPost[], key: 'sort' | 'lang'): [string, InnocentPost[]][] {
  return Object.entries(Object.groupBy(posts, (post) => post[key])).map(([name, group]) => [name, group ?? []])
}

interface Timed {
  at: number
  post: InnocentPost
}

/** Posts at even distances within `time`, after a minute of talk. */
function spread(posts: InnocentPost[], time: number): Timed[] {
  return posts.map((post, i) => ({ post, at: Math.floor(WARMED_UP_AT + MINUTE + (i * time) / posts.length) }))
}

function joined(each: Reached[]): Reached {
  return {
    suspected: each.flatMap(({ suspected }) => suspected),
    probable: each.flatMap(({ probable }) => probable),
    alerts: each.reduce((total, { alerts }) => total + alerts, 0),
    takenIn: each.reduce((total, { takenIn }) => total + takenIn, 0),
  }
}

/** Lets the detector read the posts in talk, and half an hour of talk after them. */
function reached(detector: Detector, pool: Post[], timed: Timed[]): Reached {
  const own = new Map(timed.map(({ post }, i) => [`own-${i}`, post]))
  const posts = timed.map(({ at, post }, i): Post => ({ id: `own-${i}`, at, text: post.text, author: `someone-${i}` }))
  const told = {
    suspected: new Set<InnocentPost>(),
    probable: new Set<InnocentPost>(),
    takenIn: new Set<InnocentPost>(),
  }
  const alerts = new Map<string, boolean>()
  const until = timed.at(-1)!.at + 30 * MINUTE
  const note = ({ id, state, evidence }: DetectedIncident) => {
    const innocent = evidence.flatMap(({ post, bearing }) => (bearing === 'counts' ? (own.get(post.id) ?? []) : []))
    for (const post of innocent) told.suspected.add(post)
    if (state !== 'probable') return
    const isOurs = alerts.get(id) ?? innocent.length > 0
    alerts.set(id, isOurs)
    for (const post of innocent) told[isOurs ? 'probable' : 'takenIn'].add(post)
  }
  for (const post of mergeTwo(posts, talkOn(pool, PER_MINUTE, until, 11))) detector.push(post).forEach(note)
  return {
    suspected: [...told.suspected],
    probable: [...told.probable],
    takenIn: told.takenIn.size,
    alerts: [...alerts.values()].filter(Boolean).length,
  }
}
