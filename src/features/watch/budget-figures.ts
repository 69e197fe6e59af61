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

/** What was measured, one figure a budget; the settings page shows them. Empty while nothing was measured. */
export const BUDGET_FIGURES: readonly BudgetFigure[] = []
