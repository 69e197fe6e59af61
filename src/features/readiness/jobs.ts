import { z } from 'zod'
import { defineJob, type Job } from '#platform/jobs/index.ts'
import { revertHold } from './holds/actions.ts'
import { askAboutPosture, revertPosture } from './posture/actions.ts'
import type { ReadinessDeps } from './readiness.ts'
import { showLateSteps } from './role-sheets/late-steps.ts'
import { openTeamCall } from './team/actions.ts'

/** What happens by itself, each at its time and safe to repeat. */
export function readinessJobs(deps: ReadinessDeps): Job[] {
  return [
    defineJob({
      name: 'revert-hold',
      data: z.object({ holdId: z.uuid() }),
      work: ({ holdId }) => revertHold(deps, holdId),
    }),
    defineJob({
      name: 'revert-posture',
      data: z.object({ changeId: z.number() }),
      work: ({ changeId }) => revertPosture(deps, changeId),
    }),
    defineJob({
      name: 'ask-about-posture',
      data: z.object({ changeId: z.number() }),
      work: ({ changeId }) => askAboutPosture(deps, changeId),
    }),
    defineJob({
      name: 'open-team-call',
      data: z.object({ teamPageId: z.uuid() }),
      work: ({ teamPageId }) => openTeamCall(deps, teamPageId),
    }),
    defineJob({
      name: 'show-late-steps',
      data: z.object({ scene: z.uuid().nullable() }),
      work: ({ scene }) => showLateSteps(deps, scene),
    }),
  ] as Job[]
}
