import { clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import { BoardCaption } from '#ui/board.tsx'
import { Details } from '#ui/details.tsx'
import { EvidenceItem, EvidenceList } from '#ui/evidence.tsx'
import { watchWords, type WatchWords } from '../words.ts'
import type { EvidenceSeen } from './board-data.ts'
import { reasonsInWords } from './reasons-in-words.ts'

const FIRST = 6
const LATEST = 12
/** A board is drawn anew at every change: what is hidden at first must not weigh more than what is shown. */
const MOST_REST = 40

/** The posts that counted or said otherwise; all the others behind one tap, each with why it did not count. */
export function EvidencePosts({
  evidence,
  count,
  style,
}: {
  evidence: readonly EvidenceSeen[]
  count: { all: number; counted: number }
  style: TimeStyle
}) {
  const words = watchWords(style.locale)
  const telling = evidence.filter(({ bearing }) => bearing === 'counts' || bearing === 'denies')
  const shown = telling.length <= FIRST + LATEST ? telling : [...telling.slice(0, FIRST), ...telling.slice(-LATEST)]
  const rest = evidence.filter((post) => !shown.includes(post))
  const listed = rest.slice(-MOST_REST)
  const item = (post: EvidenceSeen) => <EvidencePost post={post} all={evidence} style={style} words={words} />
  return (
    <>
      <BoardCaption text={words('evidence.title')} aside={words('evidence.counted', count)} />
      {evidence.length === 0 && <p class="sv-meta">{words('evidence.none')}</p>}
      <EvidenceList label={words('evidence.title')}>{shown.map(item)}</EvidenceList>
      {rest.length > 0 && (
        <Details id="evidence-rest" summary={words('evidence.show-all', { count: count.all - shown.length })}>
          {count.all - shown.length > listed.length && (
            <p class="sv-meta">{words('evidence.rest-latest', { count: listed.length })}</p>
          )}
          <EvidenceList label={words('evidence.rest')}>{listed.map(item)}</EvidenceList>
        </Details>
      )}
    </>
  )
}

type PostProps = { post: EvidenceSeen; all: readonly EvidenceSeen[]; style: TimeStyle; words: WatchWords }

function EvidencePost({ post, all, style, words }: PostProps) {
  const why = [post.source ?? words('evidence.source-unknown'), ...reasonsInWords(post, all, style)]
  return (
    <EvidenceItem
      at={post.at.toISOString()}
      time={clockTimeToTheSecond(post.at, style)}
      text={post.text ?? words('evidence.expired')}
      {...(post.lang && post.text !== null && { lang: post.lang })}
      weight={post.bearing === 'counts' ? 'counted' : post.bearing === 'denies' ? 'against' : 'not'}
      verdict={verdictOf(post, words)}
      why={
        <>
          {why.filter(Boolean).join(' · ')}
          {post.url && (
            <>
              {' · '}
              <a href={post.url} rel="noreferrer noopener external">
                {words('evidence.open')}
              </a>
            </>
          )}
        </>
      }
    />
  )
}

function verdictOf({ bearing, voice }: EvidenceSeen, words: WatchWords): string {
  if (bearing === 'counts') return voice === 'person' ? words('verdict.counts') : words(`verdict.counts-${voice}`)
  return words(`verdict.${bearing}`)
}
