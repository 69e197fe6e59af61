import { Act, Button, ButtonRow } from '../button.tsx'
import { Checkbox, Checkboxes, Minutes, Radios } from '../choices.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { FileField } from '../file-field.tsx'
import { Icon, iconNames } from '../icon.tsx'
import { ConfirmDialog, CopyButton } from '../live.tsx'
import { PostForm } from '../post-form.tsx'
import { Select } from '../select.tsx'

export function FurnitureForms() {
  return (
    <>
      <section aria-labelledby="icons">
        <h2 id="icons">Icons</h2>
        <ul class="sv-row">
          {iconNames.map((name) => (
            <li>
              <Icon name={name} lead big />
              <span class="sv-meta">{name}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="buttons">
        <h2 id="buttons">Buttons</h2>
        <ButtonRow>
          <Button type="button">Main, one a screen</Button>
          <Button type="button" kind="hand" icon="bell">
            Asks for a person
          </Button>
          <Button type="button" kind="plain">
            Everything else
          </Button>
          <Button type="button" kind="quiet" icon="print">
            Quiet
          </Button>
          <Button type="button" kind="plain" square icon="up" label="Move up" />
          <Button type="button" kind="plain" class="fu-focus">
            Focused
          </Button>
          <Button type="button" disabled>
            Not now
          </Button>
          <Button kind="plain" href="#buttons">
            A link
          </Button>
        </ButtonRow>
        <div class="fu-grid">
          <Act pair consequence="Either answer teaches the threshold here. Dismiss asks why.">
            <Button type="button" icon="check">
              Confirm
            </Button>
            <Button type="button" kind="plain">
              Dismiss…
            </Button>
          </Act>
          <Button
            type="button"
            kind="plain"
            id="hold-example"
            consequence="3 rooms are about to start. Operations under way go on. Undoes itself at 15:18."
          >
            Hold new elective starts for 20 minutes
          </Button>
          <ConfirmDialog
            title="Erase the rota of December?"
            text="31 days and 84 duties go. People keep their own calendars. This cannot be undone."
            yes="Erase it"
            no="Keep it"
          >
            <PostForm action="#buttons" label="Erase, example">
              <Button kind="plain">Erase the rota of December…</Button>
            </PostForm>
          </ConfirmDialog>
        </div>
      </section>
      <section aria-labelledby="forms">
        <h2 id="forms">Fields</h2>
        <ErrorSummary
          title="There is a problem"
          errors={[
            { field: 'minutes-late', text: 'Write a number from 1 to 240' },
            { text: 'The gateway did not answer. Try again in a minute.' },
          ]}
        />
        <PostForm action="#forms" label="Example form" keep="furniture" multipart>
          <div class="fu-grid">
            <Field
              name="code"
              label="Code from your letter"
              hint="Three words, for example: lake amber nine"
              value="lake amber"
              autocomplete="off"
            />
            <Field
              name="minutes-late"
              label="Minutes until you are here"
              value="soon"
              error="Write a number from 1 to 240"
              errorPrefix="Error:"
              inputmode="numeric"
              width={4}
              suffix="minutes"
            />
            <Field name="email" type="email" label="E-mail" autocomplete="email" hint="Only for signing in." />
            <Field
              name="why"
              type="textarea"
              label="Why is it dismissed?"
              rows={3}
              value="A song title. <Not> an event."
            />
            <Select
              name="unit"
              label="Unit"
              empty="Choose a unit"
              options={[
                { value: 'ed', text: 'Emergency' },
                { value: 'or', text: 'Operating rooms' },
              ]}
              value="or"
            />
            <Field name="q" type="search" label="Search" action={<Button icon="search">Search</Button>} />
            <Radios
              name="as"
              legend="Which name do people see?"
              value="handle"
              choices={[
                { value: 'me', text: 'Ida S.' },
                { value: 'handle', text: 'Quiet Harbour', hint: 'Only on this page' },
              ]}
            />
            <Checkboxes
              name="by"
              legend="Wake me by"
              hint="At least two ways."
              small
              values={['push']}
              choices={[
                { value: 'push', text: 'Notification' },
                { value: 'sms', text: 'Text message' },
                { value: 'voice', text: 'Ringing', hint: 'Needs a voice gateway', disabled: true },
              ]}
            />
            <Radios
              name="lang"
              legend="Language"
              inline
              small
              value="en"
              choices={[
                { value: 'en', text: 'English', lang: 'en' },
                { value: 'es', text: 'Español', lang: 'es' },
              ]}
            />
            <Checkbox name="keep" text="Keep me signed in" hint="Not on a shared computer" checked />
            <FileField
              name="recording"
              label="Recorded stream"
              accept=".ndjson,.gz"
              hint="NDJSON, up to 2 GB"
              progress={{
                sending: 'Sending',
                cancel: 'Cancel',
                cancelled: 'Cancelled. Nothing was kept.',
                failed: 'It did not arrive. Try again.',
              }}
            />
            <Minutes
              name="m"
              legend="Minutes until you are here. 20 is your usual."
              minutes={[10, 20, 30, 45]}
              value={20}
            />
          </div>
          <Button>Save</Button>
        </PostForm>
        <p>
          <code id="link-example">https://salve.example/page/abc</code>
        </p>
        <CopyButton from="link-example" text="Copy the link" copied="Copied." />
      </section>
    </>
  )
}
