import type { WordList } from './categories.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { id } from './id.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { tl } from './tl.ts'
import { tr } from './tr.ts'

/** Every word list, in the order in which later lists add to earlier ones. */
export const WORD_LISTS: readonly WordList[] = [en, es, it, pt, fr, tl, de, nl, pl, tr, id]
