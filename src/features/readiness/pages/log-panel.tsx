import { typed } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { LogList } from '#ui/log.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Seal, TamperingNotice } from '../log/seal.tsx'
import { sayMoment } from './moment.ts'
import { errorText, say, type Look } from './look.ts'

/** The newest lines of the log, and the way to add one. */
export function LogPanel(look: Look) {
  const { data, style } = look
  const { words, path } = say(look)
  const { log } = data
  const problem = look.problem?.form === 'note' ? look.problem : undefined
  const error = errorText(words, problem?.errors['text'])
  return (
    <Panel id="log" title={words('log.title')} aside={<Seal log={log} style={style} />} flush>
      <TamperingNotice log={log} style={style} />
      {log.lines.length === 0 ? (
        <p class="sv-panel__body">{words('log.empty')}</p>
      ) : (
        <LogList
          label={words('log.title')}
          entries={log.lines.map((line) => ({
            id: `log-${line.seq}`,
            at: line.at.toISOString(),
            time: sayMoment(line.at, data.now, style),
            who: line.who,
            what: line.what,
          }))}
        />
      )}
      <div class="sv-panel__body">
        {data.may.tick && (
          <PostForm action={`${path}/log`} keep={`log-${data.scene ?? 'real'}`}>
            <Field
              name="text"
              id="note-text"
              label={words('log.add')}
              hint={words('log.add-hint')}
              value={typed(problem, 'text')}
              autocomplete="off"
              maxlength={1_000}
              {...(error !== undefined && { error, errorPrefix: words('error-prefix') })}
              action={<Button kind="plain">{words('log.add-do')}</Button>}
            />
          </PostForm>
        )}
        <p class="sv-meta">
          <Icon name="lock" /> <a href={`${path}/log`}>{words('log.all')}</a>
        </p>
      </div>
    </Panel>
  )
}
