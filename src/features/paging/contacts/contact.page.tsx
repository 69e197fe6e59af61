import { dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { Notice } from '#ui/notice.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { reachOf } from '../rules.ts'
import { pagingWords, type PagingWords } from '../words.ts'
import type { ContactMethod } from './store.ts'

export type ContactDone = 'added' | 'removed' | 'test-sent'

export interface ContactPageProps {
  style: TimeStyle
  now: Date
  methods: ContactMethod[]
  /** When a test page went out that is not answered yet, by method. */
  pending: ReadonlyMap<string, Date>
  /** The address of the account, which is used as long as there is no other. */
  email: string | null
  /** No mail server: messages are kept and reach nobody. */
  isMailKept: boolean
  done?: ContactDone
  problem?: FormProblem & { count?: number }
}

/** Where a person says how to be reached, and proves it. */
export function ContactPage(props: ContactPageProps) {
  const { style, methods, problem, done } = props
  const words = pagingWords(style.locale)
  const key = problem?.errors['address']
  const error = key && words.has(key) ? words(key, { count: methods.length }) : undefined
  return (
    <div class="sv-stack">
      <ErrorSummary title={words('error.title')} errors={error ? [{ field: 'address', text: error }] : []} />
      {done && (
        <Notice kind="good" role="status">
          <p>{words(`contact.${done}`)}</p>
        </Notice>
      )}
      <h1>{words('contact.title')}</h1>
      <p class="sv-lead">{words('contact.intro')}</p>
      {props.isMailKept && (
        <Notice kind="caution" icon="warn">
          <p>{words('contact.kept')}</p>
        </Notice>
      )}
      {methods.length === 0 ? (
        <EmptyState title={words('contact.empty')} headingLevel={2}>
          {words('contact.empty-text', { email: props.email ?? '' })}
        </EmptyState>
      ) : (
        <Methods {...props} words={words} />
      )}
      <Panel id="add-address" title={words('contact.add-title')}>
        <PostForm action="/me/contact">
          <Field
            name="address"
            label={words('contact.address')}
            hint={words('contact.address-hint')}
            type="email"
            autocomplete="email"
            width={24}
            value={typed(problem, 'address', methods.length === 0 ? (props.email ?? '') : '')}
            {...(error && { error, errorPrefix: words('error.prefix') })}
          />
          <Button kind="main">{words('contact.add')}</Button>
        </PostForm>
      </Panel>
    </div>
  )
}

type WithWords = ContactPageProps & { words: PagingWords }

function Methods({ words, methods, ...props }: WithWords) {
  const columns = [words('contact.column-address'), words('contact.column-state'), words('contact.column-act')]
  return (
    <Table
      caption={words('contact.caption')}
      hideCaption
      narrow="stack"
      stackLabels={columns}
      columns={columns.map((text) => ({ text }))}
      rows={methods.map((method, index) => [
        method.address,
        <State {...props} words={words} methods={methods} method={method} />,
        <ButtonRow>
          <PostForm action={`/me/contact/${method.id}/test`} inline>
            <Button kind="plain" icon="bell">
              {words('contact.test')}
              <span class="sv-hidden"> {method.address}</span>
            </Button>
          </PostForm>
          {index > 0 && (
            <PostForm action={`/me/contact/${method.id}/up`} inline>
              <Button kind="quiet">
                {words('contact.up')} <span class="sv-hidden">{method.address}</span>
              </Button>
            </PostForm>
          )}
          <ConfirmDialog
            title={words('contact.remove-title')}
            text={words('contact.remove-text', { address: method.address })}
            yes={words('contact.remove')}
            no={words('contact.remove-no')}
          >
            <PostForm action={`/me/contact/${method.id}/remove`} inline>
              <Button kind="quiet">
                {words('contact.remove')} <span class="sv-hidden">{method.address}</span>
              </Button>
            </PostForm>
          </ConfirmDialog>
        </ButtonRow>,
      ])}
    />
  )
}

function State({ words, method, pending, style, now }: WithWords & { method: ContactMethod }) {
  const at = (time: Date | null) => ({ time: time ? dateAndTime(time, style) : '' })
  const sentAt = pending.get(method.id)
  if (sentAt) return <Tag icon="clock">{words('contact.testing', at(sentAt))}</Tag>
  switch (reachOf([method], true, now)) {
    case 'tested':
      return (
        <Tag kind="good" icon="check">
          {words('contact.tested', at(method.verifiedAt))}
        </Tag>
      )
    case 'stale':
      return (
        <Tag kind="caution" icon="clock">
          {words('contact.stale', at(method.verifiedAt))}
        </Tag>
      )
    default:
      return (
        <Tag kind="hand" icon="warn">
          {words('contact.untested')}
        </Tag>
      )
  }
}
