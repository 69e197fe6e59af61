import { BoardCaption } from '#ui/board.tsx'
import { ClaimRange } from '#ui/claim-range.tsx'
import type { CasualtyClaim } from '../detector/types.ts'
import type { WatchWords } from '../words.ts'
import type { IncidentDetail } from './board-data.ts'

/** From here on a claim's upper end means "or more". */
const OPEN_END = 100_000

/** What is claimed about people hurt and dead: the range, and who says so. No average. */
export function Casualties({ incident, words }: { incident: IncidentDetail; words: WatchWords }) {
  const kinds = (['hurt', 'dead'] as const).filter((what) => incident.casualties.some((claim) => claim.what === what))
  if (kinds.length === 0) {
    return (
      <>
        <BoardCaption text={words('casualties.hurt')} />
        <p class="sv-meta">{words('casualties.none')}</p>
      </>
    )
  }
  return (
    <>
      {kinds.map((what) => {
        const claims = incident.casualties.filter((claim) => claim.what === what)
        const hasOfficial = claims.some(({ voice }) => voice === 'official')
        return (
          <>
            <BoardCaption
              text={words(`casualties.${what}`)}
              aside={hasOfficial ? undefined : words('casualties.nobody-official')}
            />
            <ClaimRange
              claims={claims.map((claim) => ({
                least: claim.low,
                by: claim.voice,
                ...(claim.high !== claim.low && claim.high < OPEN_END && { most: claim.high }),
              }))}
              figure={rangeOf(claims, words)}
              label={words('casualties.label', {
                range: rangeOf(claims, words),
                claims: claims
                  .map((claim) => words(`casualties.by-${claim.voice}`, { claim: rangeOf([claim], words) }))
                  .join('; '),
              })}
              words={{
                person: words('casualties.person'),
                newsroom: words('casualties.newsroom'),
                official: words('casualties.official'),
              }}
            />
          </>
        )
      })}
    </>
  )
}

function rangeOf(claims: readonly CasualtyClaim[], words: WatchWords): string {
  const low = Math.min(...claims.map((claim) => claim.low))
  const highs = claims.map((claim) => (claim.high < OPEN_END ? claim.high : claim.low))
  const high = Math.max(...highs)
  const isOpenEnded = claims.some((claim) => claim.high >= OPEN_END && claim.low >= high)
  if (high > low)
    return isOpenEnded ? words('casualties.range-open', { low, high }) : words('casualties.range', { low, high })
  return isOpenEnded ? words('casualties.at-least', { low }) : String(low)
}
