import { BoardCaption } from '#ui/board.tsx'
import { ClaimRange } from '#ui/claim-range.tsx'
import { type CasualtyFigure, summariseCasualties } from '../detector/casualty-summary.ts'
import { MANY } from '../detector/casualties.ts'
import type { CasualtyClaim } from '../detector/types.ts'
import type { WatchWords } from '../words.ts'
import type { IncidentDetail } from './board-data.ts'
import { corroborationLine } from './figures.ts'

/** What is claimed about people hurt and dead: the range, and who says so. No average. */
export function Casualties({ incident, words }: { incident: IncidentDetail; words: WatchWords }) {
  const figures = Object.entries(summariseCasualties(incident.casualties))
  if (figures.length === 0) {
    return (
      <>
        <BoardCaption text={words('casualties.hurt')} />
        <p class="sv-meta">{words('casualties.none')}</p>
      </>
    )
  }
  return (
    <>
      {figures.map(([what, figure]) => {
        const { claims, official, posts } = figure
        const range = rangeOf(figure, words)
        return (
          <>
            <BoardCaption
              text={words(`casualties.${what as CasualtyClaim['what']}`)}
              aside={official ? saidBy(official, words) : words('casualties.nobody-official')}
            />
            <ClaimRange
              claims={claims.map(({ low, high, voice }) => ({
                least: low,
                by: voice,
                ...(high !== low && high < MANY && { most: high }),
              }))}
              figure={range}
              label={words('casualties.label', {
                range,
                claims: claims.map((claim) => saidBy(claim, words)).join('; '),
              })}
              words={{
                person: words('casualties.person'),
                newsroom: words('casualties.newsroom'),
                official: words('casualties.official'),
              }}
            />
            <p class="sv-meta">{postsOf(posts, words)}</p>
          </>
        )
      })}
    </>
  )
}

function saidBy({ low, high, voice }: CasualtyClaim, words: WatchWords): string {
  const claim = rangeOf({ low, high: high < MANY ? high : low, isOpenEnded: high >= MANY }, words)
  return words(`casualties.by-${voice}`, { claim })
}

/** `3 people, 1 newsroom`: who has said a number. */
function postsOf({ person, newsroom, official }: CasualtyFigure['posts'], words: WatchWords): string {
  return corroborationLine({ people: person, newsrooms: newsroom, officials: official, denials: 0 }, words)
}

function rangeOf(
  { low, high, isOpenEnded }: Pick<CasualtyFigure, 'low' | 'high' | 'isOpenEnded'>,
  words: WatchWords,
): string {
  if (high > low)
    return isOpenEnded ? words('casualties.range-open', { low, high }) : words('casualties.range', { low, high })
  return isOpenEnded ? words('casualties.at-least', { low }) : String(low)
}
