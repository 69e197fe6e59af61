import { ar } from './ar.ts'
import { bn } from './bn.ts'
import type { WordList } from './categories.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { id } from './id.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { tl } from './tl.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

/** Every word list, in the order in which later lists add to earlier ones. */
export const WORD_LISTS: readonly WordList[] = [
  en,
  es,
  it,
  pt,
  fr,
  tl,
  de,
  nl,
  pl,
  tr,
  id,
  ru,
  uk,
  ar,
  hi,
  bn,
  zh,
  ja,
  ko,
]
