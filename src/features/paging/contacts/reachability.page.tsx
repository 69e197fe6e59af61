import { dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { isReachable } from '../rules.ts'
import type { Reachability } from '../types.ts'
import { pagingWords, type PagingWords } from '../words.ts'

export interface ReachabilityPageProps {
  style: TimeStyle
  /** Worst first. */
  people: Reachability[]
  isMailKept: boolean
  /** Test pages that were just sent. */
  testsSent?: number
}

/** Who would not wake tonight, before the night it matters. */
export function ReachabilityPage({ style, people, isMailKept, testsSent }: ReachabilityPageProps) {
  const words = pagingWords(style.locale)
  const doubtful = people.filter(({ reach }) => !isReachable(reach))
  const unproven = people.filter(({ reach }) => reach !== 'tested')
  const columns = [words('reach.column-person'), words('reach.column-state'), words('reach.column-methods')]
  return (
    <div class="sv-stack">
      {testsSent !== undefined && (
        <Notice kind={testsSent > 0 ? 'good' : 'plain'} role="status">
          <p>{words('reach.tests-sent', { count: testsSent })}</p>
        </Notice>
      )}
      <h1>{words('reach.title')}</h1>
      <p class="sv-lead">{words('reach.intro')}</p>
      {isMailKept && (
        <Notice kind="caution" icon="warn">
          <p>{words('contact.kept')}</p>
        </Notice>
      )}
      {people.length === 0 ? (
        <EmptyState title={words('reach.empty')} headingLevel={2}>
          {words('reach.empty-text')}
        </EmptyState>
      ) : doubtful.length > 0 ? (
        <Notice kind="alarm" icon="warn" title={words('reach.problem-title', { count: doubtful.length })}>
          <p>{doubtful.map(({ name }) => name).join(', ')}</p>
        </Notice>
      ) : (
        <Notice kind="good" icon="check" title={words('reach.all-good')}>
          <p>{words('reach.all-good-text')}</p>
        </Notice>
      )}
      {unproven.length > 0 && (
        <PostForm action="/settings/reachability/test">
          <ButtonRow>
            <Button kind="hand" icon="bell">
              {words('reach.test-all')}
            </Button>
            <span class="sv-meta">{words('reach.test-all-does')}</span>
          </ButtonRow>
        </PostForm>
      )}
      {people.length > 0 && (
        <Table
          caption={words('reach.caption')}
          narrow="stack"
          stackLabels={columns}
          columns={columns.map((text) => ({ text }))}
          rows={people.map((person) => [
            person.name,
            <Reach person={person} words={words} style={style} />,
            words('reach.methods', { count: person.methods }),
          ])}
        />
      )}
    </div>
  )
}

function Reach({ person, words, style }: { person: Reachability; words: PagingWords; style: TimeStyle }) {
  const time = person.testedAt ? dateAndTime(person.testedAt, style) : ''
  switch (person.reach) {
    case 'tested':
      return (
        <Tag kind="good" icon="check">
          {words('reach.tested', { time })}
        </Tag>
      )
    case 'stale':
      return (
        <Tag kind="caution" icon="clock">
          {words('reach.stale', { time })}
        </Tag>
      )
    case 'untested':
      return (
        <Tag kind="hand" icon="warn">
          {words('reach.untested')}
        </Tag>
      )
    case 'none':
      return (
        <Tag kind="alarm" icon="x">
          {words('reach.none')}
        </Tag>
      )
  }
}
