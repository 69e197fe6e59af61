/**
 * What a word can say. A word list gives words to categories; a post is then the set of categories that it touches.
 * The hazard names follow the kinds of types.ts; `maybe-…` words name the hazard only beside harm, a responder, a
 * building, a vehicle or someone's own perception ("crash" of software, "fire" of a boss).
 */
export const HAZARDS = [
  'explosion',
  'shooting',
  'crash',
  'fire',
  'collapse',
  'chemical',
  'flood',
  'quake',
  'storm',
  'other',
] as const

/** Categories of the first mask, bit by bit. */
export const FIRST_MASK = [
  ...HAZARDS,
  'maybe-explosion',
  'maybe-shooting',
  'maybe-crash',
  'maybe-fire',
  'maybe-collapse',
  'maybe-chemical',
  'maybe-flood',
  'maybe-quake',
  'maybe-storm',
  'hurt',
  'dead',
  'responder',
  'saw',
  'heard',
  'now',
  'self',
  'vehicle',
  'building',
  'people',
  'fear',
] as const

/** Categories of the second mask, bit by bit. */
export const SECOND_MASK = [
  'ask',
  'past',
  'newsroom',
  'official',
  'denial',
  'drill',
  'fiction',
  'sport',
  'money',
  'joke',
  'anniversary',
  'photo',
  'not',
  'innocent',
  'mourning',
  'report',
  'closure',
  'here',
  'forecast',
  'real',
  'number',
] as const

/** Categories of the second mask, after those above, that the triage model does not weigh. An `echo` tells what others tell, or perceives from afar. */
export const UNSCORED = ['echo'] as const

export type Category = (typeof FIRST_MASK)[number] | (typeof SECOND_MASK)[number] | (typeof UNSCORED)[number]

/** A word list: per category, entries split by commas. `abc*` is every word that begins so (four letters at least); an entry may be several words. */
export type WordList = Partial<Record<Category, string>>

/** The bit of a category in the first mask, or 0. */
export function firstBit(category: string): number {
  const index = (FIRST_MASK as readonly string[]).indexOf(category)
  return index < 0 ? 0 : 1 << index
}

/** The bit of a category in the second mask, or 0. */
export function secondBit(category: string): number {
  const index = ([...SECOND_MASK, ...UNSCORED] as readonly string[]).indexOf(category)
  return index < 0 ? 0 : 1 << index
}
