import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../errors.ts'

/** How often something may be tried: `points` in `seconds` for one key. */
export interface Limit {
  name: string
  points: number
  seconds: number
}

export interface Limits {
  /** Spends one try of `key` (an address, an account); throws `TooMany` when there is none left. */
  spend(limit: Limit, key: string): Promise<void>
  /** Gives the tries back, after success. */
  forgive(limit: Limit, key: string): Promise<void>
}

/** Limits in this process's memory: they protect one server and forget at a restart. */
export function createLimits(): Limits {
  const limiters = new Map<string, RateLimiterMemory>()

  function limiterOf({ name, points, seconds }: Limit): RateLimiterMemory {
    let limiter = limiters.get(name)
    if (!limiter) {
      limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
      limiters.set(name, limiter)
    }
    return limiter
  }

  return {
    async spend(limit, key) {
      try {
        await limiterOf(limit).consume(key)
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new TooMany(Math.ceil(error.msBeforeNext / 1_000))
        throw error
      }
    },
    async forgive(limit, key) {
      await limiterOf(limit).delete(key)
    },
  }
}
