import { type PlaceSpelling, canonicalWord, isArticle, isSmallWord, possessiveOf, surfacesOf } from './place-words.ts'
import type { Scan } from './scan.ts'
import type { Ambiguity, World, WorldName, WorldPlace } from './world.ts'
import type { Area, Place } from './types.ts'
import { BEGINS_PLACE } from './vocabulary.ts'

/** A name from the area file, as it is looked for. */
export interface NamedPlace extends Place, PlaceSpelling {
  /** The place lies outside the area, though its file lists it. */
  far: boolean
  /** It is the whole area, so that it tells little about where in it. */
  broad: boolean
  ambiguity: Ambiguity
  /** A well-known place elsewhere bears the same name. */
  namesake: boolean
}

/** The area's places and the world's well-known ones, ready to be found in a scan. */
export interface Gazetteer {
  area: Area
  /** Hashes of the words with which a place name begins. */
  starts: number[]
  byStart: Map<number, NamedPlace[]>
  world: World
  /** Whether a well-known place is the area's own city, region or country. */
  isOurs: (known: WorldPlace) => boolean
}

/** A place name in a post: words `at` to `end` (exclusive). It is the area's or the world's. */
export interface Mention {
  at: number
  end: number
  place: NamedPlace | null
  world: WorldName | null
}

/** All place names in a scan, in order, the longest at each word; the area's before the world's. */
export function findMentions(byStart: Map<number, NamedPlace[]>, world: World, scan: Scan): Mention[] {
  const mentions: Mention[] = []
  for (let i = 0; i < scan.count; i++) {
    if ((scan.second[i]! & BEGINS_PLACE) === 0) continue
    const start = canonicalWord(scan.words[i]!)
    const own = longest(byStart.get(start), scan, i)
    const known = longest(world.byStart.get(start), scan, i)
    if (!own && !known) continue
    const isOwn = own !== undefined && (known === undefined || own.end >= known.end)
    const end = isOwn ? own.end : known!.end
    mentions.push({ at: i, end, place: isOwn ? own.name : null, world: isOwn ? null : known!.name })
    i = end - 1
  }
  return mentions
}

function longest<Name extends { words: number[]; article: boolean }>(
  names: readonly Name[] | undefined,
  scan: Scan,
  at: number,
): { name: Name; end: number } | undefined {
  for (const name of names ?? []) {
    if (name.article && !(at > 0 && isArticle(scan.words[at - 1]!))) continue
    const end = matchEnd(scan, at, name.words)
    if (end > 0) return { name, end }
  }
  return undefined
}

/** Where a name that starts here ends, or 0. Small words inside may be left out or added, and the last may bear a possessive s. */
function matchEnd(scan: Scan, at: number, words: readonly number[]): number {
  let next = at + 1
  for (let j = 1; j < words.length; j++) {
    while (next < scan.count && next - at < 8 && isSmallWord(scan.words[next]!) && scan.words[next] !== words[j]) next++
    if (next >= scan.count) return 0
    const word = scan.words[next]!
    const isLast = j === words.length - 1
    if (canonicalWord(word) !== words[j] && !(isLast && isPossessive(word, words[j]!))) return 0
    next++
  }
  return next
}

function isPossessive(word: number, canonical: number): boolean {
  return surfacesOf(canonical).some((surface) => possessiveOf(surface) === word)
}

/** How the first words of names may be written, for the scanner to mark. */
export function writtenStarts(starts: Iterable<number>): number[] {
  return [...new Set([...starts].flatMap(surfacesOf))]
}
