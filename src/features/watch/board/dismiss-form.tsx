import type { FormProblem } from '#platform/web/forms.ts'
import { typed } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { DISMISSAL_REASONS } from '../rules.ts'
import { wordFor, type WatchWords } from '../words.ts'

/** Why it is dismissed: one of a few reasons, with words if wanted. */
export function DismissForm({
  action,
  words,
  problem,
}: {
  action: string
  words: WatchWords
  problem?: FormProblem | undefined
}) {
  const error = (field: string) => {
    const key = problem?.errors[field]
    return key === undefined ? undefined : words.has(key) ? words(key) : key
  }
  const chosen = typed(problem, 'reason')
  return (
    <PostForm action={action}>
      <Radios
        name="reason"
        legend={words('dismiss.legend')}
        choices={DISMISSAL_REASONS.map((reason) => ({ value: reason, text: wordFor(words, 'dismissal', reason) }))}
        value={chosen}
        error={error('reason')}
        errorPrefix={words('form.error-prefix')}
        small
      />
      <Field
        name="words"
        label={words('dismiss.words')}
        value={typed(problem, 'words')}
        error={error('words')}
        errorPrefix={words('form.error-prefix')}
        maxlength={300}
      />
      <Button kind="plain" wide id="dismiss-button" consequence={words('act.dismiss-does')}>
        {words('dismiss.button')}
      </Button>
    </PostForm>
  )
}
