import { readFileSync } from 'node:fs'
import { EARLIER_POSTS } from './innocent/earlier.ts'
import { createRandom, shuffle } from './pack.ts'

/** A post of our own making that names harm and reports none that is real, present and near. */
export interface InnocentPost {
  sort: string
  /** ISO 639; `und` where nobody noted it. */
  lang: string
  text: string
}

/** Written by someone who had not read the detector's word lists. In an order that mixes sorts and languages. */
export function readInnocentPosts(): InnocentPost[] {
  const lines = readFileSync(new URL('./innocent/posts.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return shuffle(
    lines.map((line) => JSON.parse(line) as InnocentPost),
    createRandom(3),
  )
}

/** The older set, English and Spanish: the word lists were worked on with these in sight. */
export function earlierPosts(): InnocentPost[] {
  return Object.entries(EARLIER_POSTS).flatMap(([sort, texts]) => texts.map((text) => ({ sort, lang: 'und', text })))
}
