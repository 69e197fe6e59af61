/** Every code that a Reason may carry. The watch room puts them into the reader's language. */
export const REASONS = [
  'saw-it',
  'heard-it',
  'names-place',
  'nearby',
  'names-hazard',
  'says-hurt',
  'says-dead',
  'responders',
  'right-now',
  'photo',
  'newsroom',
  'official',
  'copy',
  'same-author',
  'same-link',
  'quotes',
  'denies',
  'asks-only',
  'far',
  'no-place',
  'old-news',
  'drill-or-film',
  'joke',
  'sport',
  'money',
  'forecast',
  'passed-on',
] as const
export type ReasonCode = (typeof REASONS)[number]

/** The codes that make a post weigh less. */
export const LOWERING: readonly ReasonCode[] = [
  'far',
  'no-place',
  'old-news',
  'drill-or-film',
  'joke',
  'sport',
  'money',
  'forecast',
]
