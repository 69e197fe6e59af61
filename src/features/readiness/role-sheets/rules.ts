import type { SheetStep } from './steps.ts'

export function targetTime(openedAt: Date, step: SheetStep): Date {
  return new Date(openedAt.getTime() + step.target * 60_000)
}

/** Whole minutes past the target; 0 while there is time. A step that is done is judged by when it was done. */
export function minutesLate(target: Date, at: Date): number {
  return Math.max(0, Math.floor((at.getTime() - target.getTime()) / 60_000))
}

/** Late from one minute past its target on, unless it was done before. */
export function isLate(target: Date, doneAt: Date | null, now: Date): boolean {
  return minutesLate(target, doneAt ?? now) > 0
}
