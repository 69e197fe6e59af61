import type { DecideDeps } from './actions.ts'
import type { ExerciseDeps } from './exercise-actions.ts'
import type { ExerciseRunner } from './exercise-runner.ts'
import type { LiveSources } from './live-sources.ts'
import type { Names } from './load-board.ts'
import type { BudgetDeps } from './budget-actions.ts'
import type { SourceDeps } from './source-actions.ts'
import type { WatchDeps } from './watch.ts'

/** What the routes of the watch need: the actions' deps, and what plays and listens. */
export type RouteDeps = DecideDeps &
  ExerciseDeps &
  SourceDeps &
  BudgetDeps & {
    runner: ExerciseRunner
    live: LiveSources
    names: Names
    reportExtras: WatchDeps['reportExtras']
    maxRecordingBytes: number
  }
