import { Hono } from 'hono'
import { clockTime } from '#platform/i18n/time.ts'
import type { Room } from '#platform/room.ts'
import type { AppEnv } from '#platform/web/context.ts'
import { UUID_IN_PATH } from '#platform/web/path.ts'
import { loadBeside } from './board/load-beside.ts'
import { checkReadiness } from './doctor.ts'
import { READINESS_EVENTS } from './events.ts'
import { onCallEscalated, onCallExhausted, onPageAnswered, onPageUnreachable } from './incidents/answers.ts'
import {
  onIncidentClosed,
  onIncidentConfirmed,
  onIncidentDismissed,
  onIncidentProbable,
  onIncidentRevised,
} from './incidents/listeners.ts'
import { readinessJobs } from './jobs.ts'
import { readinessMigrations } from './migrations/20261122-readiness.ts'
import { canEditRota, canSeeReadiness, readinessPermissions } from './permissions.ts'
import { readinessPersonalData, readinessRetention } from './personal-data.ts'
import { isRaised } from './posture/rules.ts'
import { findPosture } from './posture/store.ts'
import type { Readiness, ReadinessDeps } from './readiness.ts'
import { responseTimes } from './report.ts'
import { rolesOnDuty } from './rota/on-duty.ts'
import { rotaRoutes } from './rota/routes.tsx'
import { sceneRoutes } from './routes.tsx'
import { readinessPath } from './scene.ts'
import { seedReadiness } from './seed.ts'
import { readinessWords } from './words.ts'

/** Builds the room: a probable incident becomes a ready hospital. */
export function createReadiness(deps: ReadinessDeps): Readiness {
  const routes = new Hono<AppEnv>()
  routes.route('/', rotaRoutes(deps))
  routes.route('/', sceneRoutes(deps, '/readiness'))
  routes.route('/', sceneRoutes(deps, `/drills/:exercise{${UUID_IN_PATH}}/readiness`))

  const room: Room = {
    name: 'readiness',
    migrations: readinessMigrations,
    routes,
    jobs: readinessJobs(deps),
    announces: READINESS_EVENTS,
    permissions: readinessPermissions,
    navigation: (actor, locale) =>
      canSeeReadiness(actor) ? [{ href: '/readiness', label: readinessWords(locale)('nav.readiness') }] : [],
    settings: (actor, locale) =>
      canEditRota(actor)
        ? [
            {
              of: 'organisation',
              href: '/readiness/rota',
              label: readinessWords(locale)('rota.title'),
              text: readinessWords(locale)('settings.rota-text'),
            },
          ]
        : [],
    personalData: readinessPersonalData(deps),
    retention: readinessRetention,
    doctor: () => checkReadiness(deps),
    seed: (tx, people) => seedReadiness(deps, tx, people),
  }

  return {
    room,
    onIncidentProbable: (tx, event) => onIncidentProbable(deps, tx, event),
    onIncidentRevised: (tx, event) => onIncidentRevised(deps, tx, event),
    onIncidentConfirmed: (tx, event) => onIncidentConfirmed(deps, tx, event),
    onIncidentDismissed: (tx, event) => onIncidentDismissed(deps, tx, event),
    onIncidentClosed: (tx, event) => onIncidentClosed(deps, tx, event),
    onPageAnswered: (tx, event) => onPageAnswered(deps, tx, event),
    onCallEscalated: (tx, event) => onCallEscalated(deps, tx, event),
    onCallExhausted: (tx, event) => onCallExhausted(deps, tx, event),
    onPageUnreachable: (tx, event) => onPageUnreachable(deps, tx, event),
    loadBeside: (reader, ask) => loadBeside(deps, reader, ask),
    async postureStrip(reader, { exerciseId, style }) {
      const posture = await findPosture(reader, exerciseId)
      if (!posture || !isRaised(posture.level)) return undefined
      const words = readinessWords(style.locale)
      const named = words(`posture.${posture.level}`)
      const text = posture.until
        ? words('strip.until', { posture: named, time: clockTime(posture.until, style) })
        : named
      return { href: readinessPath(exerciseId), text, raised: true }
    },
    responseTimes: (reader, report) => responseTimes(deps, reader, report),
    isDutyManager: async (reader, personId) =>
      (await rolesOnDuty(reader, personId, deps.clock())).includes('duty-manager'),
    readinessPath,
    canSeeReadiness,
  }
}
