import type { Actor } from '#platform/actor.ts'
import { clockTimeToTheSecond, longDate, type TimeStyle } from '#platform/i18n/time.ts'
import {
  BoardActions,
  BoardIncidentBody,
  BoardIncidentHead,
  BoardIncidents,
  BoardSources,
  type BoardData,
} from '#features/watch'
import { BoardPosture, BoardPostureUntil, BoardReadinessActs, type BesideData } from '#features/readiness'
import { Board, BoardTop } from '#ui/board.tsx'
import { AlarmSound, LiveRegion } from '#ui/live.tsx'
import { Clock } from '#ui/time.tsx'
import { appWords } from '../words.ts'

/** Everything that one look at the board shows. */
export interface BoardView {
  data: BoardData
  beside: BesideData
  style: TimeStyle
  actor: Actor
  organisation: string
  /** "1 of 6 sources is blind since 14:41", when one is. */
  blind: string | undefined
  /** The house's time; the scene's own lies in `data.now`. */
  now: Date
  /** Where forms lead back to. */
  back: string
  /** The drill band's text; undefined on the real board. */
  exercise: string | undefined
}

/** The watch board, live where scripts run. */
export function BoardPage({ view, stream }: { view: BoardView; stream: string }) {
  const words = appWords(view.style.locale)
  return (
    <LiveRegion id="board" src={stream} lostText={words('board.not-live')}>
      <BoardContent view={view} />
    </LiveRegion>
  )
}

/** What the page and every fragment of its stream draw. */
export function BoardContent({ view }: { view: BoardView }) {
  const { data, beside, style, actor, back } = view
  const look = { data, style, actor }
  const words = appWords(style.locale)
  return (
    <Board
      top={<Top view={view} />}
      list={<BoardIncidents {...look} />}
      head={<BoardIncidentHead {...look} />}
      act={
        <section class="wb-act" aria-label={words('board.act')}>
          <BoardActions {...look} isOnDuty={beside.may.setPosture} part="decisions" />
          <BoardReadinessActs data={beside} style={style} back={back} />
          <BoardActions {...look} isOnDuty={beside.may.setPosture} part="exercise" />
        </section>
      }
      body={<BoardIncidentBody {...look} />}
      sources={<BoardSources {...look} />}
    />
  )
}

function Top({ view }: { view: BoardView }) {
  const { data, beside, style, organisation, now } = view
  const words = appWords(style.locale)
  const inRecording = data.exercise && words('board.recording', { time: clockTimeToTheSecond(data.now, style) })
  return (
    <BoardTop
      place={organisation}
      href="/"
      line={data.area ? words('board.line', { km: data.area.radiusKm }) : words('board.title')}
      posture={<BoardPosture data={beside} style={style} />}
      until={<BoardPostureUntil data={beside} style={style} />}
      sound={
        <AlarmSound
          {...(data.alert && { alert: data.alert })}
          words={{
            on: words('board.sound-on'),
            silent: words('board.sound-silent'),
            blocked: words('board.sound-blocked'),
            test: words('board.sound-test'),
            silence: words('board.sound-silence'),
            unsilence: words('board.sound-unsilence'),
          }}
        />
      }
      clock={
        <Clock
          at={now.toISOString()}
          time={clockTimeToTheSecond(now, style)}
          date={inRecording || longDate(now, style)}
          zone={style.zone}
          lang={style.locale}
        />
      }
      {...(view.blind && { blind: view.blind })}
    />
  )
}
