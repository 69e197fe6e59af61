import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sceneChannel } from '#platform/realtime/index.ts'
import type { Reader } from '#platform/database/index.ts'
import { blindLine } from './board/blind-line.ts'
import { INCIDENT_EVENTS } from './events.ts'
import { expireRecording, startScenario } from './exercise-actions.ts'
import { exerciseLabel } from './exercise-label.ts'
import { createExerciseRunner } from './exercise-runner.ts'
import { findExerciseRow, listOldRecordings } from './exercise.store.ts'
import { checkWatch } from './doctor.ts'
import { clearEvidenceTexts, countOpenIncidents, findIncidentRow } from './incident.store.ts'
import { createLiveSources } from './live-sources.ts'
import { loadBoard, summariseExercise, summaryOf } from './load-board.ts'
import { openDetectors } from './open-detector.ts'
import { boardPath } from './paths.ts'
import { canStartExercise, canWatch, watchPermissions, canManageSources } from './permissions.ts'
import { createPulse } from './pulse.ts'
import { readShippedArea } from './scenarios.ts'
import { createScenes } from './scene.ts'
import { parsePost } from './recorded-post.ts'
import { watchRoutes } from './routes.tsx'
import { keepArea, seedArea } from './source-actions.ts'
import { listSources } from './source.store.ts'
import { deleteOldMemories, deleteOldRates } from './store.ts'
import type { Watch, WatchDeps } from './watch.ts'
import { watchMigrations } from './migrations/20261122-watch.ts'
import { incidentTitle, watchWords } from './words.ts'

const MAX_RECORDING_BYTES = 500_000_000
const DEMO_AREA = 'harbourside'

/** How long the watch keeps what it heard, days. */
const KEPT = { realTexts: 30, exerciseTexts: 7, rates: 35, recordings: 90 }

/** Builds the watch: public posts become incidents. */
export function createWatch(deps: WatchDeps): Watch {
  const { db, clock, log, events, realtime, files, keys, metrics, config, reportExtras } = deps
  const names = (reader: Reader, ids: string[]) => deps.accounts.people(reader, ids)
  const scenes = createScenes({ db, openDetector: openDetectors(log) })
  const authorKey = (exerciseId: string | null) => keys.derive(`watch/authors/${exerciseId ?? 'real'}`)
  const parts = {
    db,
    clock,
    log,
    events,
    realtime,
    files,
    scenes,
    isDutyManager: deps.isDutyManager,
    authorKey,
    pulse: createPulse(),
  }
  const runner = createExerciseRunner(parts)
  const streamsFolder = join(config.dataDir, 'streams')
  const live = createLiveSources({
    ...parts,
    fetch: deps.fetch ?? fetch,
    streamsFolder,
    ...(deps.pace && { pace: deps.pace }),
  })
  const maxRecordingBytes = deps.maxRecordingBytes ?? MAX_RECORDING_BYTES

  metrics.gauge('salve_watch_posts_per_second', 'Posts a second from real sources in the last minute', () =>
    live.postsPerSecond(),
  )
  metrics.gauge('salve_watch_open_incidents', 'Open incidents of the real world', () => db.read(countOpenIncidents))
  metrics.gauge('salve_watch_blind_sources', 'Real sources that are blind', async () => {
    const sources = await db.read((reader) => listSources(reader, null))
    return sources.filter(({ state }) => state === 'blind').length
  })

  return {
    room: {
      name: 'watch',
      migrations: watchMigrations,
      routes: watchRoutes({
        ...parts,
        record: deps.accounts.record,
        runner,
        live,
        names,
        reportExtras,
        maxRecordingBytes,
      }),
      jobs: [],
      announces: INCIDENT_EVENTS,
      permissions: watchPermissions,
      navigation(actor, locale) {
        if (!canWatch(actor)) return []
        const words = watchWords(locale)
        return [
          { href: '/watch', label: words('nav.watch') },
          { href: '/drills', label: words('nav.drills') },
        ]
      },
      settings(actor, locale) {
        if (!canManageSources(actor)) return []
        const words = watchWords(locale)
        return [
          {
            of: 'organisation',
            href: '/settings/sources',
            label: words('settings.sources'),
            text: words('settings.sources-text'),
          },
          {
            of: 'organisation',
            href: '/settings/watch',
            label: words('settings.watch'),
            text: words('settings.watch-text'),
          },
        ]
      },
      retention: [
        {
          kind: 'real-texts',
          label: (locale) => watchWords(locale)('retention.real-texts'),
          days: KEPT.realTexts,
          expire: (tx, before) => clearEvidenceTexts(tx, 'real', before),
        },
        {
          kind: 'exercise-texts',
          label: (locale) => watchWords(locale)('retention.exercise-texts'),
          days: KEPT.exerciseTexts,
          expire: async (tx, before) =>
            (await clearEvidenceTexts(tx, 'exercise', before)) + (await deleteOldMemories(tx, before)),
        },
        {
          kind: 'rates',
          label: (locale) => watchWords(locale)('retention.rates'),
          days: KEPT.rates,
          expire: deleteOldRates,
        },
        {
          kind: 'recordings',
          label: (locale) => watchWords(locale)('retention.recordings'),
          days: KEPT.recordings,
          async expire(tx, before) {
            const ids = await listOldRecordings(tx, before)
            for (const id of ids) await expireRecording({ files }, tx, id)
            return ids.length
          },
        },
      ],
      // Nothing here belongs to a member: posts are public and expire, their authors are kept as pseudonyms of one scene,
      // and what staff decided is a record of the hospital that keeps their id alone.
      personalData: {
        export: async () => ({}),
        erase: async () => undefined,
      },
      doctor: () => db.read((reader) => checkWatch(reader)),
      async seed(tx) {
        await seedArea(tx, await readShippedArea(DEMO_AREA), clock())
      },
      async start() {
        mkdirSync(streamsFolder, { recursive: true, mode: 0o700 })
        runner.start()
        live.start()
      },
      async stop() {
        await runner.stop()
        await live.stop()
      },
    },
    async loadBoard(reader, ask) {
      const version = await realtime.version(sceneChannel(ask.exerciseId))
      return { ...(await loadBoard(reader, names, ask)), version }
    },
    async findExercise(reader, id) {
      const row = await findExerciseRow(reader, id)
      return row && summariseExercise(reader, names, row)
    },
    async findIncident(reader, id) {
      const row = await findIncidentRow(reader, id)
      return row && summaryOf(row)
    },
    incidentTitle,
    exerciseLabel,
    blindLine,
    boardPath,
    canWatch,
    canStartExercise,
    largeBodies: /^\/drills\/recordings$/,
    async startScenario(actor, scenario, speed) {
      const id = await startScenario(parts, actor, scenario, { speed, pagesPeople: true })
      runner.wake()
      return id
    },
    playToEnd: (exerciseId, until) => runner.playNow(exerciseId, until),
    async hearPosts(sourceId, lines) {
      const posts = lines.map((line) => parsePost(JSON.stringify(line))).filter((post) => typeof post !== 'string')
      await live.hear(sourceId, { posts, cursor: null, skipped: lines.length - posts.length })
    },
    tick: () => live.tick(),
    setArea: async (tx, area) => keepArea(tx, area, clock(), null),
  }
}
