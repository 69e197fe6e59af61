import { MANY } from './casualties.ts'
import type { CasualtyClaim, Voice } from './types.ts'

/** What all claims about one harm come to. No average: people who disagree are shown to disagree. */
export interface CasualtyFigure {
  /** The least and the most that anybody claims; `most` is the highest number said, also where it is "or more". */
  low: number
  high: number
  /** Whether the highest claim is "or more". */
  isOpenEnded: boolean
  /** Posts that make a claim, by who speaks. */
  posts: Record<Voice, number>
  /** The latest claim of an authority. */
  official?: CasualtyClaim
  /** Two claims cannot both be right: their ranges do not meet. */
  isContradictory: boolean
  /** Every claim, as they came. */
  claims: CasualtyClaim[]
}

/** Sums up the claims of an incident, in the order in which they came, for those hurt and those dead; a harm that nobody speaks of is left out. */
export function summariseCasualties(
  claims: readonly CasualtyClaim[],
): Partial<Record<'hurt' | 'dead', CasualtyFigure>> {
  const [hurt, dead] = (['hurt', 'dead'] as const).map((what) =>
    figureOf(claims.filter((claim) => claim.what === what)),
  )
  return { ...(hurt && { hurt }), ...(dead && { dead }) }
}

function figureOf(claims: CasualtyClaim[]): CasualtyFigure | undefined {
  if (claims.length === 0) return undefined
  const postsOf = (voice: Voice) => new Set(claims.filter((claim) => claim.voice === voice).map(({ postId }) => postId))
  const high = Math.max(...claims.map(highestSaid))
  const official = claims.findLast(({ voice }) => voice === 'official')
  return {
    low: Math.min(...claims.map(({ low }) => low)),
    high,
    isOpenEnded: claims.some((claim) => claim.high >= MANY && claim.low >= high),
    posts: { person: postsOf('person').size, newsroom: postsOf('newsroom').size, official: postsOf('official').size },
    ...(official && { official }),
    isContradictory: Math.max(...claims.map(({ low }) => low)) > Math.min(...claims.map((claim) => claim.high)),
    claims,
  }
}

function highestSaid({ low, high }: CasualtyClaim): number {
  return high >= MANY ? low : high
}

/** Adds what an author says now, which takes the place of what the same author said before. `earlier` are the posts of that author. */
export function correctClaims(
  claims: readonly CasualtyClaim[],
  fresh: readonly CasualtyClaim[],
  earlier: ReadonlySet<string>,
): CasualtyClaim[] {
  const isCorrected = ({ postId, what }: CasualtyClaim) =>
    earlier.has(postId) && fresh.some((claim) => claim.what === what)
  return [...claims.filter((claim) => !isCorrected(claim)), ...fresh]
}
