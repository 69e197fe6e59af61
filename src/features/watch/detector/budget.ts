/** Nats at which about one false alert comes in 30 days, and how many more make them e times rarer. */
const ONE_A_MONTH = 12.5
const PER_E_FOLD = 1.15

/**
 * The threshold that keeps false alerts to so many in 30 days, nats; measured at 20 posts a minute (docs/measured/watch.md).
 * @throws RangeError when it is not 0.1 to 30.
 */
export function thresholdFor(falseAlertsPerMonth: number): number {
  if (!(falseAlertsPerMonth >= 0.1 && falseAlertsPerMonth <= 30))
    throw new RangeError(`False alerts a month must be 0.1 to 30, not ${falseAlertsPerMonth}`)
  return ONE_A_MONTH - PER_E_FOLD * Math.log(falseAlertsPerMonth)
}
