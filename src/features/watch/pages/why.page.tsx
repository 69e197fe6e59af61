import { clockTime, clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/summary-list.tsx'
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
          <Lowered {...given} />
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
        shares={shares.map(({ nats }) => nats)}
        against={account.lostToDenials}
        threshold={threshold}
        label={words('why.scale', values)}
        thresholdText={words('why.scale-threshold', values)}
        totalText={words('why.scale-total', values)}
      />
    </section>
  )
}

function Posts({ data, account, style, words }: Given) {
  const all = data.evidence.map(({ post_id: postId, at }) => ({ postId, at }))
  const strongest = account.shares[0]?.nats ?? 1
  const shown = account.shares.slice(0, MOST_POSTS)
  const more = account.shares.length - shown.length
  return (
    <section class="sv-stack-s" aria-labelledby="why-posts">
      <h2 id="why-posts">{words('why.posts')}</h2>
      <ol class="why-posts">
        {shown.map((share) => (
          <OnePost share={share} strongest={strongest} all={all} style={style} words={words} />
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
  all,
  style,
  words,
}: {
  share: Share<EvidenceRow>
  strongest: number
  all: { postId: string; at: Date }[]
  style: TimeStyle
  words: WatchWords
}) {
  const lowers = (code: string) => (LOWERING as readonly string[]).includes(code)
  const said = (isLowering: boolean) =>
    reasonsInWords(
      { reasons: post.reasons.filter(({ code }) => lowers(code) === isLowering), copyOf: post.copy_of },
      all,
      style,
    ).join(', ')
  const [raised, lowered] = [said(false), said(true)]
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
          {post.weight - nats >= 0.5 && `; ${words('why.was', { nats: figure(post.weight, words) })}`}
        </p>
        <p class="sv-meta">
          <time datetime={post.at.toISOString()}>{clockTimeToTheSecond(post.at, style)}</time>
          {` · ${post.source ?? words('evidence.source-unknown')} · ${words(`why.voice-${post.voice}`)}`}
        </p>
      </div>
    </li>
  )
}

/** Time and denials in weight; copies, repeats and what was too weak as numbers. Only what there is. */
function Lowered({ account, words }: Given) {
  const { tally, lostToTime, lostToDenials, faded } = account
  const rows: [string, string][] = []
  if (lostToTime >= 0.1) rows.push([words('why.time'), words('why.took', { nats: figure(lostToTime, words) })])
  if (faded > 0) rows.push([words('why.faded'), words('why.posts-count', { count: faded })])
  if (tally.denies > 0)
    rows.push([
      words('why.denials', { count: tally.denies }),
      lostToDenials >= 0.1 ? words('why.took', { nats: figure(lostToDenials, words) }) : words('why.denials-late'),
    ])
  if (tally.copy > 0) rows.push([words('why.copies'), words('why.count-nothing', { count: tally.copy })])
  if (tally.repeat > 0) rows.push([words('why.repeats'), words('why.count-nothing', { count: tally.repeat })])
  if (tally.weak > 0) rows.push([words('why.weak-posts'), words('why.count-nothing', { count: tally.weak })])
  return (
    <section class="sv-stack-s" aria-labelledby="why-lowered">
      <h2 id="why-lowered">{words('why.lowered')}</h2>
      {rows.length > 0 ? <Facts rows={rows} /> : <p>{words('why.lowered-none')}</p>}
    </section>
  )
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
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.floor(nats * 10 + 1e-6) / 10,
  )
}

function strengthOf(nats: number): 'strong' | 'fair' | 'faint' {
  if (nats >= 5) return 'strong'
  return nats >= 2.5 ? 'fair' : 'faint'
}
