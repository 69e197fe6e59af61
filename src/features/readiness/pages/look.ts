import type { FormProblem } from '#platform/web/forms.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import { readinessPath } from '../scene.ts'
import { readinessWords, type ReadinessWords } from '../words.ts'
import type { ReadinessData } from './readiness-data.ts'

/** A form of the page that could not be taken. */
export interface PageProblem extends FormProblem {
  form: 'note' | 'unit'
}

/** What every panel of the readiness page is given. */
export interface Look {
  data: ReadinessData
  style: TimeStyle
  problem?: PageProblem | undefined
  /** Who reads; left out in fragments, which are drawn once for many. */
  readerId?: string
}

export interface Said {
  words: ReadinessWords
  path: string
  nameOf(id: string | null): string
}

/** The words and names of a look. */
export function say({ data, style }: Look): Said {
  const words = readinessWords(style.locale)
  return {
    words,
    path: readinessPath(data.scene),
    nameOf: (id) => (id === null ? words('salve') : (data.names.get(id)?.name ?? words('former'))),
  }
}

/** An error's key in words; a sentence that is no key stays as it is. */
export function errorText(words: ReadinessWords, key: string | undefined): string | undefined {
  return key !== undefined && words.has(key) ? words(key) : key
}
