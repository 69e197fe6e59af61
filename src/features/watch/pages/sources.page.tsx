import { dateAndTime, relativeTime, type TimeStyle } from '#platform/i18n/time.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Facts } from '#ui/summary-list.tsx'
import { SourceState } from '#ui/tag.tsx'
import { sourceLine } from '../board/figures.ts'
import type { SourceStatus } from '../board/board-data.ts'
import type { Area } from '../detector/types.ts'
import { watchWords, wordFor, type WatchWords } from '../words.ts'
import { errorsOf, messageOf } from './form-errors.ts'

export interface SourceSetting extends SourceStatus {
  kind: string
  address: string
  isPaused: boolean
  posts: number
}

export interface SourcesPageProps {
  sources: SourceSetting[]
  area: { area: Area; setAt?: Date } | null
  style: TimeStyle
  now: Date
  add?: FormProblem | undefined
  areaProblem?: FormProblem | undefined
}

/** Sources and the catchment area, for the administrator. */
export function SourcesPage({ sources, area, style, now, add, areaProblem }: SourcesPageProps) {
  const words = watchWords(style.locale)
  return (
    <div class="sv-stack">
      <ErrorSummary title={words('form.problem')} errors={[...errorsOf(add, words), ...errorsOf(areaProblem, words)]} />
      <h1>{words('sources.title')}</h1>
      <p class="sv-lead">{words('sources.lead')}</p>
      {sources.length === 0 ? (
        <EmptyState title={words('sources.none-title')} headingLevel={2}>
          <p>{words('sources.none')}</p>
        </EmptyState>
      ) : (
        sources.map((source) => <OneSource source={source} style={style} now={now} words={words} />)
      )}
      <section class="sv-stack" aria-labelledby="add-title">
        <h2 id="add-title">{words('sources.add')}</h2>
        <AddForm problem={add} words={words} />
      </section>
      <section class="sv-stack" aria-labelledby="area-title">
        <h2 id="area-title">{words('area.title')}</h2>
        <AreaPart area={area?.area ?? null} problem={areaProblem} words={words} />
      </section>
    </div>
  )
}

function OneSource({
  source,
  style,
  now,
  words,
}: {
  source: SourceSetting
  style: TimeStyle
  now: Date
  words: WatchWords
}) {
  const path = `/settings/sources/${source.id}`
  const last = source.lastPostAt
  return (
    <section class="sv-card sv-stack-s" id={`source-${source.id}`} aria-labelledby={`name-${source.id}`}>
      <h2 id={`name-${source.id}`}>{source.name}</h2>
      <p>
        <SourceState state={source.state} text={sourceLine(source, now, style, words)} />
      </p>
      <Facts
        rows={[
          [words('sources.address'), source.address],
          [words('sources.posts'), words('sources.posts-value', { count: source.posts })],
          [
            words('sources.last'),
            last ? `${relativeTime(last, now, style.locale)}, ${dateAndTime(last, style)}` : words('sources.never'),
          ],
          ...(source.error === null || source.isPaused
            ? []
            : [[words('sources.error'), faultInWords(source.error, words)] as const]),
        ]}
      />
      <ButtonRow>
        <PostForm action={`${path}/${source.isPaused ? 'resume' : 'pause'}`} inline>
          <Button
            kind="plain"
            label={words(source.isPaused ? 'sources.resume-label' : 'sources.pause-label', { name: source.name })}
          >
            {words(source.isPaused ? 'sources.resume' : 'sources.pause')}
          </Button>
        </PostForm>
        <ConfirmDialog
          title={words('sources.remove-title', { name: source.name })}
          text={words('sources.remove-text')}
          yes={words('sources.remove')}
          no={words('form.cancel')}
        >
          <PostForm action={`${path}/remove`} inline>
            <Button kind="quiet" label={words('sources.remove-label', { name: source.name })}>
              {words('sources.remove')}
            </Button>
          </PostForm>
        </ConfirmDialog>
      </ButtonRow>
    </section>
  )
}

/** `status-503` and its kin carry the number that the server answered. */
function faultInWords(code: string, words: WatchWords): string {
  const status = /^status-(\d+)$/.exec(code)?.[1]
  return status ? words('fault.status', { status }) : wordFor(words, 'fault', code)
}

function AddForm({ problem, words }: { problem: FormProblem | undefined; words: WatchWords }) {
  const prefix = words('form.error-prefix')
  return (
    <PostForm action="/settings/sources">
      <Field
        name="name"
        label={words('sources.name')}
        hint={words('sources.name-hint')}
        value={typed(problem, 'name')}
        error={messageOf(problem, 'name', words)}
        errorPrefix={prefix}
        maxlength={80}
      />
      <Radios
        name="kind"
        legend={words('sources.kind')}
        value={typed(problem, 'kind', 'url')}
        error={messageOf(problem, 'kind', words)}
        errorPrefix={prefix}
        choices={[
          {
            value: 'url',
            text: words('sources.kind-url'),
            hint: words('sources.kind-url-hint', { example: '{since}' }),
          },
          { value: 'file', text: words('sources.kind-file'), hint: words('sources.kind-file-hint') },
        ]}
      />
      <Field
        name="address"
        label={words('sources.address-label')}
        value={typed(problem, 'address')}
        error={messageOf(problem, 'address', words)}
        errorPrefix={prefix}
        spellcheck={false}
      />
      <Button kind="main" icon="plus">
        {words('sources.add-button')}
      </Button>
    </PostForm>
  )
}

/** In the order in which people write it. */
function areaText({ name, hospital, radiusKm, languages, places }: Area): string {
  return JSON.stringify({ name, hospital, radiusKm, languages, places }, null, 2)
}

function AreaPart({
  area,
  problem,
  words,
}: {
  area: Area | null
  problem: FormProblem | undefined
  words: WatchWords
}) {
  return (
    <>
      {area ? (
        <Facts
          rows={[
            [words('area.name'), area.name],
            [words('area.hospital'), `${area.hospital.name} (${area.hospital.lat}, ${area.hospital.lon})`],
            [words('area.radius'), words('figure.km', { km: String(area.radiusKm) })],
            [words('area.places'), words('area.places-value', { count: area.places?.length ?? 0 })],
          ]}
        />
      ) : (
        <p>{words('area.none')}</p>
      )}
      <Details
        id="area"
        summary={words(area ? 'area.change' : 'area.set')}
        open={area === null || problem !== undefined}
      >
        <PostForm action="/settings/sources/area">
          <Field
            name="area"
            id="area-text"
            type="textarea"
            rows={10}
            label={words('area.text')}
            hint={words('area.hint')}
            value={typed(problem, 'area', area ? areaText(area) : '')}
            error={messageOf(problem, 'area', words)}
            errorPrefix={words('form.error-prefix')}
            spellcheck={false}
          />
          <Button kind="plain">{words('area.button')}</Button>
        </PostForm>
      </Details>
    </>
  )
}
