/** The least pause before another look, in milliseconds. */
const PAUSE = 1_000

/**
 * When a job should look again that came before its time: the deadline was moved, or the database's clock runs ahead of ours.
 * Without this a hold could miss its end by a second and run for ever.
 */
export function lookAgainAt(deadline: Date, now: Date): Date {
  return new Date(Math.max(deadline.getTime(), now.getTime() + PAUSE))
}
