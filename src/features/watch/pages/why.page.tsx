import { clockTime, clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import type { Content } from '#ui/content.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table } from '#ui/table.tsx'
import { IncidentState } from '#ui/tag.tsx'
import { reasonInWords } from '../board/incident-head.tsx'
import { reasonsInWords } from '../board/reasons-in-words.ts'
import { LOWERING } from '../detector/reasons.ts'
import type { Account, Share } from '../explain.ts'
import type { EvidenceRow } from '../incident.store.ts'
import type { AccountData } from '../load-account.ts'
import { boardPath } from '../paths.ts'
import { incidentTitle, watchWords, type WatchWords } from '../words.ts'
import { WeightBar, WeightScale } from './weight-bars.tsx'

export interface WhyPageProps {
  data: AccountData
  style: TimeStyle
  /** The reader may change how easily Salve pages. */
  maySet: boolean
}

type Given = { data: AccountData; account: Account<EvidenceRow>; style: TimeStyle; words: WatchWords }

/** Posts drawn one by one; the rest is told as a number. */
const MOST_POSTS = 40
const MOST_WEAKNESSES = 3

/** Why an incident stands where it stands: in words, post by post, with the sum. */
export function WhyPage({ data, style, maySet }: WhyPageProps) {
  const words = watchWords(style.locale)
  const { incident, account, reason } = data
  const given = account && { data, account, style, words }
  return (
    <div class="sv-stack why">
      <p>
        <a class="sv-link" href={boardPath(incident.exerciseId, incident.id)}>
          {words('why.back')}
        </a>
      </p>
      <h1>{words('why.title', { incident: incidentTitle(incident, style.locale) })}</h1>
      <p class="sv-row">
        <IncidentState state={incident.state} text={words(`state.${incident.state}`)} />
        {reason && <span>{words('head.reason', { reason: reasonInWords(reason, words) })}</span>}
      </p>
      {given ? (
        <>
          <Sum {...given} />
          <Posts {...given} />
          <Ledger {...given} />
          <section class="sv-stack-s" aria-labelledby="why-change">
            <h2 id="why-change">{words('why.change')}</h2>
            <p>{changeInWords(given)}</p>
          </section>
        </>
      ) : (
        <EmptyState title={words('why.nothing-title')} headingLevel={2}>
          <p>{words('why.nothing')}</p>
        </EmptyState>
      )}
      <section class="sv-stack-s" aria-labelledby="why-how">
        <h2 id="why-how">{words('why.how')}</h2>
        <p>{words('why.how-weight')}</p>
        <p>
          {words('why.how-budget', { days: data.budgetDays })}{' '}
          {maySet && <a href="/settings/watch">{words('why.how-set')}</a>}
        </p>
      </section>
    </div>
  )
}

/** The decision in two sentences, and the sum as a drawing. */
function Sum({ data, account, style, words }: Given) {
  const { shares, total, threshold, at } = account
  const people = words('why.sources', { count: shares.length })
  const values = {
    sources: people,
    total: figure(total, words),
    threshold: figure(threshold, words),
    time: clockTimeToTheSecond(at, style),
  }
  const told = data.incident.state === 'suspected' || total < threshold ? 'why.sum-below' : 'why.sum-reached'
  return (
    <section class="sv-stack-s" aria-label={words('why.sum')}>
      <p class="sv-lead">{words(told, values)}</p>
      <WeightScale
        shares={partsOf(account)}
        against={account.lostToDenials}
        threshold={threshold}
        label={words('why.scale', values)}
        thresholdText={words('why.scale-threshold', values)}
        totalText={words('why.scale-total', values)}
      />
    </section>
  )
}

/** Each post's part, by its weight, of what all say together, nats: how close they came counts for all alike. */
function partsOf({ shares, total, lostToDenials }: Given['account']): number[] {
  const weights = shares.map(({ nats }) => Math.max(0, nats))
  const all = weights.reduce((sum, nats) => sum + nats, 0)
  return weights.map((nats) => (nats / Math.max(all, 0.1)) * (total + lostToDenials))
}

function Posts({ account, style, words }: Given) {
  const strongest = account.shares[0]?.nats ?? 1
  const shown = account.shares.slice(0, MOST_POSTS)
  const more = account.shares.length - shown.length
  return (
    <section class="sv-stack-s" aria-labelledby="why-posts">
      <h2 id="why-posts">{words('why.posts')}</h2>
      <ol class="why-posts">
        {shown.map((share) => (
          <OnePost share={share} strongest={strongest} style={style} words={words} />
        ))}
      </ol>
      {more > 0 && <p class="sv-meta">{words('why.posts-more', { count: more })}</p>}
      {account.tally.later > 0 && <p class="sv-meta">{words('why.posts-later', { count: account.tally.later })}</p>}
    </section>
  )
}

function OnePost({
  share: { post, nats },
  strongest,
  style,
  words,
}: {
  share: Share<EvidenceRow>
  strongest: number
  style: TimeStyle
  words: WatchWords
}) {
  const raised = reasonsOf(post, false, style).join(', ')
  const lowered = reasonsOf(post, true, style).join(', ')
  return (
    <li>
      <p class="why-posts__weight">
        <b>{words('why.weight', { nats: figure(nats, words) })}</b>
        <WeightBar nats={nats} most={strongest} />
      </p>
      <div class="why-posts__said">
        <q lang={post.lang ?? undefined}>{post.text ?? words('evidence.expired')}</q>
        <p class="sv-meta">
          <b>{words(`why.${strengthOf(post.weight)}`)}</b>
          {raised && `: ${raised}`}
          {lowered && `; ${words('why.less-because', { reasons: lowered })}`}
        </p>
        <p class="sv-meta">
          <time datetime={post.at.toISOString()}>{clockTimeToTheSecond(post.at, style)}</time>
          {` · ${post.source ?? words('evidence.source-unknown')} · ${words(`why.voice-${post.voice}`)}`}
        </p>
      </div>
    </li>
  )
}

/** The sum, line by line: what spoke for it, what their number and closeness added or took, what denials took, what weighed nothing. Only the lines that there are. */
function Ledger({ data, account, style, words }: Given) {
  const { tally, faded, shares } = account
  // In tenths, so that the lines add up to what is read below them.
  const arrived = roundTenth(account.arrived)
  const denied = roundTenth(account.lostToDenials)
  const total = floorTenth(account.total)
  const closeness = roundTenth(total + denied - arrived)
  const minus = (nats: number) => (nats > 0 ? `−${figure(nats, words)}` : figure(0, words))
  const rows: [string, Content][] = [[words('why.arrived', { count: shares.length }), figure(arrived, words)]]
  if (closeness > 0) rows.push([words('why.close'), `+${figure(closeness, words)}`])
  if (closeness < 0) rows.push([words('why.close'), minus(-closeness)])
  if (tally.denies > 0) rows.push([words('why.denials', { count: tally.denies }), minus(denied)])
  if (faded > 0) rows.push([words('why.faded', { count: faded }), minus(0)])
  if (tally.copy > 0) rows.push([words('why.copies', { count: tally.copy }), minus(0)])
  if (tally.repeat > 0) rows.push([words('why.repeats', { count: tally.repeat }), minus(0)])
  if (tally.weak > 0) {
    const because = weaknesses(data.evidence, style)
    const posts = words('why.weak-posts', { count: tally.weak })
    rows.push([because ? `${posts}: ${because}` : posts, minus(0)])
  }
  rows.push(
    [words('why.total'), <b>{figure(total, words)}</b>],
    [words('why.threshold'), figure(account.threshold, words)],
  )
  return (
    <div class="sv-stack-s why-sum">
      <h2>{words('why.lowered')}</h2>
      <Table
        id="why-sum"
        caption={words('why.lowered')}
        hideCaption
        columns={[{ text: words('why.what') }, { text: words('why.weighs'), numeric: true }]}
        rows={rows}
      />
    </div>
  )
}

/** What speaks against the posts that were too weak to count, the commonest first. */
function weaknesses(evidence: readonly EvidenceRow[], style: TimeStyle): string {
  const counts = new Map<string, number>()
  for (const post of evidence) {
    if (post.bearing !== 'weak') continue
    for (const said of reasonsOf(post, true, style)) counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  const commonest = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_WEAKNESSES)
  return commonest.map(([said]) => said).join(', ')
}

/** The reasons that speak for a post, or those that made it weigh less. Copies are no matter here: they weigh nothing. */
function reasonsOf(post: EvidenceRow, isLowering: boolean, style: TimeStyle): string[] {
  const lowers = (code: string) => (LOWERING as readonly string[]).includes(code)
  const reasons = post.reasons.filter(({ code }) => lowers(code) === isLowering)
  return reasonsInWords({ reasons, copyOf: post.copy_of }, [], style)
}

function changeInWords({ data, account: { change, threshold, shares }, style, words }: Given): string {
  const limit = figure(threshold, words)
  if (change.code === 'second-source') return words('why.change-second')
  if (change.code === 'local') return words('why.change-local')
  if (change.code === 'more') return words('why.change-more', { count: change.posts, nats: figure(change.nats, words) })
  const strongest = shares[0]
  const time = strongest ? clockTime(strongest.post.at, style) : ''
  const without = { without: figure(Math.max(0, change.without), words), threshold: limit, time }
  const said = words(change.isStill ? 'why.change-still' : 'why.change-without', without)
  return data.incident.state === 'probable' ? `${said} ${words('why.change-person')}` : said
}

/** `5.3`: one digit, rounded down, so that a sum that falls short never reads as reached. */
function figure(nats: number, { locale }: WatchWords): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(floorTenth(nats))
}

function floorTenth(nats: number): number {
  return Math.floor(nats * 10 + 1e-6) / 10
}

function roundTenth(nats: number): number {
  return Math.round(nats * 10) / 10
}

function strengthOf(nats: number): 'strong' | 'fair' | 'faint' {
  if (nats >= 5) return 'strong'
  return nats >= 2.5 ? 'fair' : 'faint'
}
