import type { FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { EraseFields } from '../erasure/erase-fields.tsx'
import { ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'
import { BackToMe } from './back-to-me.tsx'

export function DataPage({ words, problem }: { words: AccountsWords; problem: FormProblem | undefined }) {
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <BackToMe words={words} />
      <h1>{words('me.data-title')}</h1>
      <h2>{words('export.title')}</h2>
      <p>{words('export.text')}</p>
      <PostForm action="/me/export">
        <Button kind="plain" icon="download">
          {words('export.do')}
        </Button>
      </PostForm>
      <h2>{words('erase.title')}</h2>
      <EraseFields words={words} action="/me/erase" problem={problem} />
    </>
  )
}
