import { clockTime, clockTimeToTheSecond } from '#platform/i18n/time.ts'
import type { CallSummary } from '#features/paging'
import type { Content } from '#ui/content.ts'
import { Notice } from '#ui/notice.tsx'
import { Panel } from '#ui/panel.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { sayDuration } from './duration.ts'
import { say, type Look } from './look.ts'

type PageOf = CallSummary['pages'][number]

/** Who answered, who has not, and whom Salve asks next. `children` is the way to page more. */
export function WhoPanel(props: Look & { children?: Content }) {
  const { data, style, children } = props
  const { words } = say(props)
  const newest = data.calls[0]
  const aside = newest && words('who.paged', { time: clockTimeToTheSecond(newest.openedAt, style) })
  return (
    <Panel id="who" title={words('who.title')} {...(aside && { aside })}>
      {data.calls.length === 0 && (
        <>
          <p>
            <b>{words('who.none-title')}</b>
          </p>
          <p>{words('who.none')}</p>
        </>
      )}
      <div class="sv-stack">
        {data.calls.map((call) => (
          <Call look={props} call={call} />
        ))}
        {children}
        <p class="sv-meta">
          <a href="/readiness/rota">{words('rota.who')}</a>
        </p>
      </div>
    </Panel>
  )
}

function Call({ look, call }: { look: Look; call: CallSummary }) {
  const { data, style } = look
  const { words } = say(look)
  const { counts, next } = call
  return (
    <div class="sv-stack-s">
      <h3 class="ty-16">{data.sentences.get(call.callId)}</h3>
      <p>
        <b class="ty-24">{words('who.figure', { answered: counts.answered, paged: counts.paged })}</b>
        {call.mode === 'call-in' && (
          <>
            , <b>{words('who.coming', { coming: counts.coming })}</b>
          </>
        )}
      </p>
      {call.state === 'exhausted' && (
        <Notice kind="alarm" icon="warn" role="alert">
          <p>{words(counts.answered === 0 ? 'who.exhausted' : 'who.exhausted-some')}</p>
        </Notice>
      )}
      <Table
        caption={words('who.caption')}
        hideCaption
        narrow="stack"
        stackLabels={[words('who.person'), words('who.answer')]}
        columns={[{ text: words('who.person') }, { text: words('who.answer') }]}
        rows={call.pages.map((page) => [page.name, <AnswerOf look={look} page={page} />])}
      />
      {next && !call.endedAt && (
        <p class="sv-meta">
          {words(`who.next-${next.kind}`, {
            time: clockTime(next.at, style),
            names: new Intl.ListFormat(style.locale, { type: 'conjunction' }).format(
              next.people.map((person) => person.name),
            ),
          })}
        </p>
      )}
      {call.endedAt && <p class="sv-meta">{words('who.ended-at', { time: clockTime(call.endedAt, style) })}</p>}
    </div>
  )
}

function AnswerOf({ look, page }: { look: Look; page: PageOf }) {
  const { data, style } = look
  const { words } = say(look)
  const after =
    page.answeredAt && words('who.answered-in', { duration: sayDuration(page.openedAt, page.answeredAt, words) })
  switch (page.state) {
    case 'unreachable':
      return (
        <Answer
          tag={
            <Tag kind="alarm" icon="x">
              {words('who.unreachable')}
            </Tag>
          }
          meta={words('who.unreachable-todo')}
        />
      )
    case 'coming':
      return (
        <Answer
          tag={
            <Tag kind="good" icon="check">
              {page.eta ? words('who.here', { time: clockTime(page.eta, style) }) : words('who.is-coming')}
            </Tag>
          }
          meta={after}
        />
      )
    case 'cannot':
      return (
        <Answer
          tag={
            <Tag kind="quiet" icon="x">
              {words('who.cannot')}
            </Tag>
          }
          meta={after}
        />
      )
    case 'seen':
      return (
        <Answer
          tag={
            <Tag kind="good" icon="check">
              {words('who.seen')}
            </Tag>
          }
          meta={after}
        />
      )
    case 'ended':
      return (
        <Answer
          tag={
            <Tag kind="quiet" icon="closed">
              {words('who.ended')}
            </Tag>
          }
          meta={null}
        />
      )
    default: {
      const minutes = Math.floor((data.now.getTime() - page.openedAt.getTime()) / 60_000)
      return (
        <Answer
          tag={
            <Tag kind="hand" icon="clock">
              {words('who.no-answer', { minutes })}
            </Tag>
          }
          meta={words('who.sent-times', { count: page.timesSent })}
        />
      )
    }
  }
}

function Answer({ tag, meta }: { tag: Content; meta: string | null }) {
  return (
    <>
      {tag}
      {meta && (
        <>
          <br />
          <span class="sv-meta">{meta}</span>
        </>
      )}
    </>
  )
}
