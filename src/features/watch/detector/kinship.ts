import type { Kind } from './types.ts'

/** Kinds that witnesses of one event name side by side: a blast burns, a quake brings buildings down. */
const KIN: Record<Kind, readonly Kind[]> = {
  explosion: ['fire', 'chemical', 'collapse', 'shooting', 'crash', 'quake', 'other'],
  shooting: ['explosion', 'other'],
  crash: ['fire', 'explosion', 'chemical', 'collapse', 'other'],
  fire: ['explosion', 'chemical', 'crash', 'collapse', 'other'],
  collapse: ['explosion', 'crash', 'fire', 'flood', 'quake', 'storm', 'other'],
  chemical: ['fire', 'explosion', 'crash', 'other'],
  flood: ['storm', 'collapse', 'quake', 'other'],
  quake: ['collapse', 'explosion', 'flood', 'other'],
  storm: ['flood', 'collapse', 'other'],
  other: ['explosion', 'shooting', 'crash', 'fire', 'collapse', 'chemical', 'flood', 'quake', 'storm'],
}

/** 2 for the same kind, 1 for kinds of one event, 0 for kinds that have nothing to do with one another. */
export function kinship(a: Kind, b: Kind): 0 | 1 | 2 {
  if (a === b) return 2
  return KIN[a].includes(b) ? 1 : 0
}
