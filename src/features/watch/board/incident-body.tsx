import { clockTime, clockTimeToTheSecond } from '#platform/i18n/time.ts'
import { BoardCaption } from '#ui/board.tsx'
import { LogList } from '#ui/log.tsx'
import { SparkChart } from '#ui/sparkline.tsx'
import { boardPath } from '../paths.ts'
import { incidentTitle, watchWords, wordFor, type WatchWords } from '../words.ts'
import type { BoardData, IncidentDetail, TimelineEntry } from './board-data.ts'
import { Casualties } from './casualties.tsx'
import { EvidencePosts } from './evidence-posts.tsx'
import { fullMinute, reasonInWords } from './incident-head.tsx'
import type { BoardLook } from './look.ts'
import { WhereMap } from './where-map.tsx'

const MOST_CHANGES = 40

/** Evidence on one side; where, how many hurt, posts a minute and the timeline on the other. */
export function BoardIncidentBody({ data, style }: BoardLook) {
  const words = watchWords(style.locale)
  const incident = data.chosen
  return (
    <div class="wb-body">
      {incident && (
        <section aria-label={words('evidence.title')}>
          <EvidencePosts evidence={incident.evidence} count={incident.evidenceCount} style={style} />
          <p class="wb-why">
            <a href={`${boardPath(incident.exerciseId, incident.id)}/why`}>{words('why.link')}</a>
          </p>
          <BoardCaption text={words('timeline.title')} />
          <LogList
            label={words('timeline.title')}
            entries={incident.timeline
              .slice(-MOST_CHANGES)
              .toReversed()
              .map((entry) => logEntry(entry))}
          />
        </section>
      )}
      <section aria-label={words('where.label')}>
        {incident && data.area && <WhereMap data={data} area={data.area} incident={incident} words={words} />}
        {incident && <Casualties incident={incident} words={words} />}
        {(incident || data.sources.length > 0) && (
          <PostsAMinute data={data} incident={incident} style={style} words={words} />
        )}
      </section>
    </div>
  )

  function logEntry(entry: TimelineEntry) {
    return {
      at: entry.at.toISOString(),
      time: clockTimeToTheSecond(entry.at, style),
      who: entry.byName ?? words('timeline.salve'),
      what: changeInWords(entry, words),
    }
  }
}

function changeInWords({ code, detail }: TimelineEntry, words: WatchWords): string {
  if (code === 'kind' && detail) return words('change.kind', { kind: wordFor(words, 'kind', detail) })
  if (code === 'place' && detail) return words('change.place', { place: detail })
  const said = wordFor(words, 'change', code)
  return detail ? `${said} ${words('head.reason', { reason: reasonInWords(detail, words) })}` : said
}

type RateProps = { data: BoardData; incident: IncidentDetail | null; style: BoardLook['style']; words: WatchWords }

function PostsAMinute({ data, incident, style, words }: RateProps) {
  const { perMinute, from, normal } = data.rate
  const span = perMinute.length * 60_000
  const at = (moment: Date) => (moment.getTime() - from.getTime()) / span
  const time = (share: number) => clockTime(new Date(from.getTime() + share * span), style)
  const now = fullMinute(perMinute)
  const newsroomAt = incident?.evidenceCount.newsroomAt
  const marks = [
    ...(incident
      ? [
          {
            at: at(incident.firstPostAt),
            text: words('rate.first-post', { time: clockTime(incident.firstPostAt, style) }),
          },
        ]
      : []),
    ...(newsroomAt
      ? [{ at: at(newsroomAt), text: words('rate.newsroom', { time: clockTime(newsroomAt, style) }) }]
      : []),
  ].filter((mark) => mark.at >= 0 && mark.at <= 1)
  const normalText = normal
    ? words('rate.normal', { low: normal.low, high: normal.high })
    : words('rate.normal-unknown')
  const label = words('rate.label', { time: clockTime(from, style), now, normal: normalText })
  return (
    <>
      <BoardCaption text={words('rate.title')} aside={words('rate.since', { time: clockTime(from, style) })} />
      <SparkChart
        series={perMinute}
        normal={normal ?? { low: 0, high: 0 }}
        label={incident ? `${incidentTitle(incident, words.locale)}. ${label}` : label}
        normalText={normalText}
        nowText={words('rate.now', { now })}
        ticks={[0, 0.5, 1].map((share) => ({ at: share, text: time(share) }))}
        marks={marks}
      />
    </>
  )
}
