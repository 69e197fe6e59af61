import { Button } from '#ui/button.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Tag } from '#ui/tag.tsx'
import type { AccountsWords } from '../words.ts'
import { BackToMe } from './back-to-me.tsx'

export interface ShownSession {
  id: string
  device: string
  /** In words: how they signed in. */
  method: string
  since: string
  seen: string
  isThis: boolean
}

export function SessionsPage({ words, sessions }: { words: AccountsWords; sessions: ShownSession[] }) {
  return (
    <>
      <BackToMe words={words} />
      <h1>{words('sessions.title')}</h1>
      <p>{words('sessions.text')}</p>
      <ul class="sv-list">
        {sessions.map((session) => (
          <li>
            <div class="sv-between">
              <p>
                <b>{session.device}</b>
                {session.isThis && (
                  <>
                    {' '}
                    <Tag kind="good" icon="check">
                      {words('sessions.this')}
                    </Tag>
                  </>
                )}
                <br />
                <span class="sv-meta">
                  {words('sessions.since', { when: session.since, method: session.method })}
                  <br />
                  {words('sessions.seen', { when: session.seen })}
                </span>
              </p>
              {!session.isThis && (
                <PostForm action={`/me/sessions/${session.id}/end`} inline>
                  <Button kind="quiet">
                    {words('sessions.end')} <span class="sv-hidden">{session.device}</span>
                  </Button>
                </PostForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostForm action="/me/sessions/everywhere">
          <Button kind="plain">{words('sessions.end-others')}</Button>
        </PostForm>
      )}
    </>
  )
}
