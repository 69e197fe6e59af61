/** How rare so telling a post is in this stream: an empirical tail that the stream teaches, continued by an exponential where nothing was seen yet. */

/** Scores are counted in steps of half a nat, from the first to the last of these; beyond, as the last. */
const LEAST = -3
const MOST = 15
const STEP = 0.5
export const BINS: number = (MOST - LEAST) / STEP
/** So many posts must lie above a score for their count to be trusted; above that the tail is continued. */
const TRUSTED = 10
/** Mean excess of the continued tail before the stream has spoken, nats, and the posts that this is worth. */
const TAIL_SCALE = 1.2
const TAIL_POSTS = 6
/** Posts that the shipped prior is worth. */
const PRIOR_POSTS = 4000
/** Nobody has seen enough talk to call a post rarer than this, nats. */
const RAREST = 15

export function binOf(score: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor((score - LEAST) / STEP)))
}

/** The share of ordinary posts that score at least so much, before a stream has spoken for itself. */
function priorTail(score: number): number {
  return score <= LEAST ? 0.03 : 0.03 * Math.exp((LEAST - score) / 2)
}

const PRIOR = Array.from({ length: BINS }, (_, bin) => {
  const from = LEAST + bin * STEP
  return PRIOR_POSTS * (priorTail(from) - (bin === BINS - 1 ? 0 : priorTail(from + STEP)))
})

/** Nats by which a score is rare: minus the log of the share of posts here that name harm and score as much. `counts` are posts by bin, of `posts` in all. */
export function rarityOf(score: number, counts: readonly number[], posts: number): number {
  const total = posts + PRIOR_POSTS
  let above = 0
  let excess = TAIL_SCALE * TAIL_POSTS
  let weight = TAIL_POSTS
  let bin = BINS - 1
  // From the top down: as far as the posts seen are too few to be trusted.
  for (; bin >= 0; bin--) {
    const here = counts[bin]! + PRIOR[bin]!
    if (above + here >= TRUSTED) break
    above += here
  }
  const knee = LEAST + (bin + 1) * STEP
  if (score >= knee) {
    for (let i = bin + 1; i < BINS; i++) {
      const here = counts[i]! + PRIOR[i]!
      excess += here * (LEAST + (i + 0.5) * STEP - knee)
      weight += here
    }
    const atKnee = Math.max(above, 1)
    return Math.min(RAREST, Math.log(total / atKnee) + (score - knee) / (excess / weight))
  }
  const own = binOf(score)
  for (; bin > own; bin--) above += counts[bin]! + PRIOR[bin]!
  const within = (counts[own]! + PRIOR[own]!) * Math.min(1, 1 - (score - LEAST - own * STEP) / STEP)
  return Math.max(0, Math.log(total / (above + within)))
}
