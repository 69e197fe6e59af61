import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import type { Purpose } from '../consents/rules.ts'
import type { AccountsWords } from '../words.ts'
import { BackToMe } from './back-to-me.tsx'

export interface ConsentChoice {
  purpose: Purpose
  isGiven: boolean
  since: string | undefined
}

/** Each purpose by itself; taking back is one press, like giving. */
export function ConsentsPage({
  words,
  organisation,
  choices,
}: {
  words: AccountsWords
  organisation: string
  choices: ConsentChoice[]
}) {
  return (
    <>
      <BackToMe words={words} />
      <h1>{words('consents.title')}</h1>
      <p>{words('consents.text')}</p>
      {choices.map(({ purpose, isGiven, since }) => (
        <Panel id={purpose} title={words(`consent.${purpose}.title`)}>
          <p>{words(`consent.${purpose}.text`, { organisation })}</p>
          <p class="sv-meta">
            {isGiven && since ? words('consents.given', { when: since }) : words('consents.not-given')}
          </p>
          <PostForm
            action="/me/consents"
            hidden={{ purpose, answer: isGiven ? 'no' : 'yes' }}
            label={words(`consent.${purpose}.title`)}
          >
            <Button kind="plain">{words(isGiven ? 'consents.withdraw' : 'consents.give')}</Button>
          </PostForm>
        </Panel>
      ))}
    </>
  )
}
