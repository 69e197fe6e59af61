import type { FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { fieldError } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'

/** Names what goes and what stays, and asks once. */
export function EraseFields({
  words,
  action,
  problem,
}: {
  words: AccountsWords
  action: string
  problem: FormProblem | undefined
}) {
  return (
    <PostForm action={action}>
      <div class="sv-stack-s">
        <p>{words('erase.goes')}</p>
        <p>{words('erase.stays')}</p>
      </div>
      <Checkbox name="sure" text={words('erase.sure')} error={fieldError(words, problem, 'sure')} />
      <Button kind="hand" type="submit">
        {words('erase.do')}
      </Button>
    </PostForm>
  )
}
