/** How fast and how often, at one budget: measured on the same streams, so that budgets can be compared. */
export interface BudgetFigure {
  /** Days in which at most one page is to be false. */
  days: number
  /** Real events that became probable, of all that were tried. */
  found: number
  tried: number
  /** Minutes from the first post about an event to the alert: half of those found were faster. */
  medianMinutes: number
  /** False alerts counted, and the days of talk in which they came. */
  falseAlerts: number
  inDays: number
}

/** What was measured, one figure a budget, by `npm run bench:watch` on 22 November 2026, at 20 posts a minute; the settings page shows them. */
export const BUDGET_FIGURES: readonly BudgetFigure[] = [
  { days: 7, found: 10, tried: 10, medianMinutes: 6.2, falseAlerts: 43, inDays: 200 },
  { days: 14, found: 10, tried: 10, medianMinutes: 6.7, falseAlerts: 7, inDays: 200 },
  { days: 30, found: 10, tried: 10, medianMinutes: 7.5, falseAlerts: 8, inDays: 200 },
  { days: 60, found: 10, tried: 10, medianMinutes: 7.5, falseAlerts: 3, inDays: 200 },
  { days: 90, found: 10, tried: 10, medianMinutes: 7.8, falseAlerts: 5, inDays: 200 },
  { days: 180, found: 10, tried: 10, medianMinutes: 7.8, falseAlerts: 0, inDays: 200 },
]
