import { clockTime, dateAndTime, relativeTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LiveRegion } from '#ui/live.tsx'
import { Panel } from '#ui/panel.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Time } from '#ui/time.tsx'
import { sayMessage } from '../message.ts'
import type { Call } from '../call.store.ts'
import type { Page } from '../page.store.ts'
import { pagingWords, type PagingWords } from '../words.ts'

export interface OwnPagesProps {
  style: TimeStyle
  now: Date
  /** Newest first. */
  pages: { page: Page; call: Call }[]
  /** Version of the person's channel, so that the stream goes on from here. */
  version: number
  mayChangeContact: boolean
  maySeeReachability: boolean
}

/** A signed-in person's pages: those that wait first, then what was. */
export function OwnPagesPage(props: OwnPagesProps) {
  const words = pagingWords(props.style.locale)
  return (
    <div class="sv-stack">
      <div class="sv-row sv-between">
        <h1>{words('pages.title')}</h1>
        <span class="sv-row">
          {props.maySeeReachability && <a href="/settings/reachability">{words('reach.title')}</a>}
          {props.mayChangeContact && <a href="/me/contact">{words('pages.contact')}</a>}
        </span>
      </div>
      <LiveRegion
        id="own-pages"
        src={`/pages/stream?since=${props.version}`}
        lostText={words('pages.lost', { time: '{time}' })}
      >
        <OwnPages {...props} />
      </LiveRegion>
    </div>
  )
}

/** True while Salve hopes for this answer. */
function waitsFor({ page, call }: { page: Page; call: Call }): boolean {
  const isUnanswered = page.state === 'waiting' || page.state === 'sent' || page.state === 'unreachable'
  return isUnanswered && (call.state === 'open' || call.state === 'exhausted') && call.mode !== 'test'
}

/** The part that stays fresh. */
export function OwnPages({ style, now, pages }: Pick<OwnPagesProps, 'style' | 'now' | 'pages'>) {
  const words = pagingWords(style.locale)
  const waiting = pages.filter(waitsFor)
  const earlier = pages.filter((each) => !waitsFor(each))
  return (
    <div class="sv-stack">
      <Panel id="waiting-pages" title={words('pages.waiting')}>
        {waiting.length === 0 ? (
          <EmptyState title={words('pages.empty')}>{words('pages.empty-text')}</EmptyState>
        ) : (
          <ul class="sv-list">
            {waiting.map(({ page, call }) => (
              <li>
                <h3>
                  {call.exerciseId !== null && (
                    <>
                      <Tag kind="drill" icon="info">
                        {words('pages.drill')}
                      </Tag>{' '}
                    </>
                  )}
                  {sayMessage(call.message, style.locale)}
                </h3>
                <p class="sv-meta">
                  <Time
                    at={page.openedAt.toISOString()}
                    relative={relativeTime(page.openedAt, now, style.locale)}
                    absolute={clockTime(page.openedAt, style)}
                  />
                </p>
                <Button kind="hand" href={`/pages/${page.id}`}>
                  {words('pages.answer')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel id="earlier-pages" title={words('pages.history')}>
        <Table
          caption={words('pages.caption')}
          hideCaption
          narrow="stack"
          stackLabels={[words('pages.column-page'), words('pages.column-when'), words('pages.column-answer')]}
          columns={[
            { text: words('pages.column-page') },
            { text: words('pages.column-when') },
            { text: words('pages.column-answer') },
          ]}
          rows={earlier.map(({ page, call }) => [
            <>
              {call.exerciseId !== null && `${words('pages.drill')}: `}
              <a href={`/pages/${page.id}`}>{sayMessage(call.message, style.locale)}</a>
            </>,
            <Time at={page.openedAt.toISOString()} absolute={dateAndTime(page.openedAt, style)} />,
            sayState(words, page, call),
          ])}
          empty={<p>{words('pages.history-empty')}</p>}
        />
      </Panel>
    </div>
  )
}

function sayState(words: PagingWords, page: Page, call: Call): string {
  if (page.answer === 'coming') return words('pages.state-coming', { minutes: page.minutes ?? 0 })
  if (page.answer) return words(`pages.state-${page.answer}`)
  if (page.state === 'ended') return words('pages.state-ended')
  return words(call.state === 'answered' ? 'pages.state-others' : 'pages.state-waiting')
}
