import { isInside } from './distance.ts'
import type { Gazetteer, Mention, NamedPlace } from './mentions.ts'
import { isLoose, readOffset } from './offset.ts'
import * as evidence from './place-evidence.ts'
import type { Surroundings } from './place-evidence.ts'
import { HOSPITAL_WORD } from './place-words.ts'
import { MARK_DIGITS, type Scan } from './scan.ts'
import { type Spelling, alignWords } from './spelling.ts'
import type { Place } from './types.ts'
import type { WorldName } from './world.ts'

/** Where the names in a post put it. */
export interface Resolved {
  place: Place
  far: boolean
  broad: boolean
}

interface Candidate extends Resolved {
  mention: Mention
  rank: number
}

/** A precise place is worth more than any sign around the name of the whole area. */
const PRECISE = 20
const SAYS_PLACE = 3
const SAYS_AWAY = -6
const WITH_REGION = 2
/** Beside another place a hospital is where the hurt are taken, not where it happened. */
const HOSPITAL = -8

/** Weighs the place names of a post against each other, and gives the one that it is about. */
export function resolveMentions(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  { lang, scan, textOf }: { lang: string | undefined; scan: Scan; textOf: () => string },
): Resolved | null {
  let spelling: Spelling | undefined
  const around: Surroundings = { lang, scan, spelling: () => (spelling ??= alignWords(textOf(), scan)) }
  const inside: Candidate[] = []
  const far: Candidate[] = []
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!
    if (evidence.isChance(around, mention)) continue
    const regions = evidence.regionAfter(around, gazetteer.world, mention, mentions[i + 1])
    // The region belongs to the name before it and is no place of its own.
    const isRegionTaken = regions !== null && mentions[i + 1]?.at === mention.end
    const isHere = regions?.some(gazetteer.isOurs) ?? null
    const candidate = mention.place
      ? ownCandidate(gazetteer, mention, mention.place, isHere, around, mentions)
      : worldCandidate(gazetteer, mention, mention.world!, isHere, around)
    if (candidate) (candidate.far ? far : inside).push(candidate)
    if (isRegionTaken) i++
  }
  const here = best(inside)
  const there = far[0]
  if (!here) return there ?? null
  if (there && isAboutThere(inside, far, around)) return there
  return offset(gazetteer, here, around)
}

/** A name of the area file: inside, unless what follows or the lack of evidence says otherwise. */
function ownCandidate(
  gazetteer: Gazetteer,
  mention: Mention,
  place: NamedPlace,
  isHere: boolean | null,
  around: Surroundings,
  mentions: readonly Mention[],
): Candidate | null {
  const { name, lat, lon, broad } = place
  const candidate = { place: { name, lat, lon }, broad, mention }
  if (isHere === false) return { ...candidate, far: true, broad: true, rank: 0 }
  if (isHere === null) {
    if (evidence.isPartOfName(around, mention)) return null
    if (place.namesake && !hasCompany(gazetteer, mention, mentions)) return null
    if (isDoubtful(place) && !isMeant(place, mention, around, () => hasCompany(gazetteer, mention, mentions)))
      return null
  }
  const rank =
    (broad ? 0 : PRECISE) +
    Math.min(place.words.length, 4) +
    (evidence.saysPlace(around, mention) ? SAYS_PLACE : 0) +
    (evidence.saysAway(around, mention) ? SAYS_AWAY : 0) +
    (isHere ? WITH_REGION : 0) +
    (place.words.includes(HOSPITAL_WORD) || place.name === gazetteer.area.hospital.name ? HOSPITAL : 0)
  return { ...candidate, far: place.far, rank }
}

/** A name of one word may be any word, above all one that is known to mean something else. */
function isDoubtful({ ambiguity, broad, words }: NamedPlace): boolean {
  return ambiguity !== null || (words.length === 1 && !broad)
}

/** Whether a name that also means something else is meant as the place. */
function isMeant(
  { ambiguity, broad }: NamedPlace,
  mention: Mention,
  around: Surroundings,
  inCompany: () => boolean,
): boolean {
  const says = evidence.saysPlace(around, mention)
  const of = evidence.saysOf(around, mention)
  if (ambiguity === null)
    return says || of || !evidence.isPlainWord(around, mention) || evidence.isHashtag(around, mention) || inCompany()
  if ((ambiguity === 'person' && says) || evidence.isHashtag(around, mention)) return true
  const named = evidence.isNamed(around, mention)
  if (broad && named && !evidence.beginsSentence(around, mention)) return true
  return ambiguity === 'person'
    ? (named && of && !evidence.hasSurname(around, mention)) || inCompany()
    : named && (says || of || inCompany())
}

/** Another name in the post that is plainly the area's, or its region or country. */
function hasCompany({ isOurs }: Gazetteer, mention: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some((other) => {
    if (other === mention) return false
    if (other.place) return !other.place.far && !other.place.ambiguity && !other.place.namesake
    return other.world !== null && other.world.ambiguity === null && other.world.places.some(isOurs)
  })
}

/** A name that the area file does not list: far, unless it is the area's own city, region or country. */
function worldCandidate(
  gazetteer: Gazetteer,
  mention: Mention,
  known: WorldName,
  isHere: boolean | null,
  around: Surroundings,
): Candidate | null {
  if (isHere) return null
  const ours = known.places.find(gazetteer.isOurs)
  if (isHere === null) {
    if (known.ambiguity && !evidence.saysPlace(around, mention)) return null
    if (known.ambiguity === 'word' && !evidence.isNamed(around, mention)) return null
    if (evidence.isPartOfName(around, mention) || evidence.isNamedAfter(around, mention)) return null
    if (ours) return ownCity(gazetteer, mention, known)
  }
  const { place } = known.places[0]!
  return { place, far: true, broad: true, mention, rank: 0 }
}

/** A large city whose hospital this is, though the area file lists only parts of it. */
function ownCity({ area, isOurs }: Gazetteer, mention: Mention, { places }: WorldName): Candidate | null {
  const city = places.find((one) => one.box === null && isOurs(one) && isInside(area, one.place))
  if (!city || !area.places) return null
  const name = city.place.name.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())
  return { place: { ...city.place, name }, far: false, broad: true, mention, rank: 0 }
}

/** "My flight from Harbourside, and now this blast in Cairo": all that is ours is only where somebody comes from. */
function isAboutThere(inside: readonly Candidate[], far: readonly Candidate[], around: Surroundings): boolean {
  return (
    inside.every(({ mention }) => evidence.saysAway(around, mention)) &&
    far.some(({ mention }) => evidence.saysPlace(around, mention))
  )
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  let found: Candidate | undefined
  for (const candidate of candidates) if (!found || candidate.rank > found.rank) found = candidate
  return found
}

/** Where "36 km NNW of" points from the place that was found; near it at best when only "north of" is said. */
function offset({ area }: Gazetteer, found: Candidate, around: Surroundings): Resolved {
  const { scan, spelling } = around
  const { at } = found.mention
  const hasDigits = (scan.marks & MARK_DIGITS) !== 0
  if (at === 0 || (!hasDigits && !evidence.saysOf(around, found.mention))) return found
  const { text, starts } = spelling()
  const start = starts[at] ?? -1
  const before = start > 0 ? text.slice(Math.max(0, start - 60), start) : ''
  const moved = hasDigits ? readOffset(before, found.place) : null
  if (moved) return { place: moved, far: !isInside(area, moved), broad: false }
  return isLoose(before) ? { ...found, broad: true } : found
}
