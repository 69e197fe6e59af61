import { dateAndTime } from '#platform/i18n/time.ts'
import { typed } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Details } from '#ui/details.tsx'
import { Field } from '#ui/field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Table } from '#ui/table.tsx'
import type { WatchWords } from '../words.ts'
import type { DrillsPageProps } from './drills.page.tsx'
import { messageOf } from './form-errors.ts'

type PartProps = DrillsPageProps & { words: WatchWords }

/** Uploads a recording, with the area in which it plays. */
export function UploadForm({ data, upload, maxMegabytes, words }: PartProps) {
  return (
    <section class="sv-stack" aria-labelledby="upload-title">
      <h2 id="upload-title">{words('upload.title')}</h2>
      <p>{words('upload.lead')}</p>
      <Details id="upload" summary={words('upload.open')} open={upload !== undefined}>
        <PostForm action="/drills/recordings" multipart>
          <FileField
            name="recording"
            label={words('upload.file')}
            hint={words('upload.file-hint', { megabytes: maxMegabytes })}
            accept=".ndjson,.jsonl,.json,.gz"
            error={messageOf(upload, 'recording', words)}
            errorPrefix={words('form.error-prefix')}
            progress={{
              sending: words('upload.sending'),
              cancel: words('upload.cancel'),
              cancelled: words('upload.cancelled'),
              failed: words('upload.failed'),
            }}
          />
          <Field
            name="title"
            label={words('upload.name')}
            hint={words('upload.name-hint')}
            value={typed(upload, 'title')}
            error={messageOf(upload, 'title', words)}
            maxlength={120}
          />
          <Radios
            name="areaChoice"
            legend={words('upload.area')}
            value={typed(upload, 'areaChoice', data.areaName === null ? 'other' : 'own')}
            choices={[
              {
                value: 'own',
                text:
                  data.areaName === null
                    ? words('upload.area-none')
                    : words('upload.area-own', { name: data.areaName }),
                disabled: data.areaName === null,
              },
              { value: 'other', text: words('upload.area-other') },
            ]}
            error={messageOf(upload, 'areaChoice', words)}
          />
          <FileField name="areaFile" label={words('upload.area-file')} accept=".json" />
          <Field
            name="areaText"
            type="textarea"
            rows={6}
            label={words('upload.area-text')}
            hint={words('area.hint')}
            value={typed(upload, 'areaText')}
            error={messageOf(upload, 'areaText', words)}
            errorPrefix={words('form.error-prefix')}
            spellcheck={false}
          />
          <Button kind="plain" icon="upload">
            {words('upload.button')}
          </Button>
        </PostForm>
      </Details>
    </section>
  )
}

/** The uploaded recordings, and the way to delete one. */
export function Recordings({ data, style, words }: PartProps) {
  return (
    <Table
      id="recordings"
      caption={words('recordings.title')}
      columns={[
        { text: words('recordings.name') },
        { text: words('recordings.size'), numeric: true },
        { text: words('recordings.at') },
        { text: words('recordings.delete'), hidden: true },
      ]}
      rows={data.recordings.map((recording) => [
        recording.title,
        megabytes(recording.bytes, style.locale),
        dateAndTime(recording.uploaded_at, style),
        <ConfirmDialog
          title={words('recordings.delete-title')}
          text={words('recordings.delete-text', { name: recording.title })}
          yes={words('recordings.delete')}
          no={words('form.cancel')}
        >
          <PostForm action={`/drills/recordings/${recording.id}/delete`} inline>
            <Button kind="quiet" label={words('recordings.delete-label', { name: recording.title })}>
              {words('recordings.delete')}
            </Button>
          </PostForm>
        </ConfirmDialog>,
      ])}
    />
  )
}

/** `1.25 MB` */
export function megabytes(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10_000_000 ? 2 : 0,
  }).format(bytes / 1_000_000)
}
