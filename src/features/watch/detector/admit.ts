import type { Post } from './types.ts'

/** An id longer than this is no network's; a post without a usable one cannot be told from others. */
const LONGEST_ID = 500
const LONGEST_NAME = 200
const LONGEST_URL = 2000

/** The post as the detector takes it, or undefined when there is nothing to take: no text, no id. What else is impossible in it is left out, and names are cut to a length that can be remembered. */
export function admit(post: Post): Post | undefined {
  const { id, text, author, url, geo, repostOf, lang, source } = post
  if (typeof text !== 'string' || text === '') return undefined
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return undefined
  const isSound =
    isShort(author, LONGEST_NAME) &&
    isShort(url, LONGEST_URL) &&
    isShort(repostOf, LONGEST_ID) &&
    isShort(lang, LONGEST_NAME) &&
    isShort(source, LONGEST_NAME) &&
    isOnEarth(geo)
  if (isSound) return post
  return {
    id,
    at: post.at,
    text,
    ...(lang && { lang: cut(lang) }),
    ...(author && { author: cut(author) }),
    ...(source && { source: cut(source) }),
    ...(url && isShort(url, LONGEST_URL) && { url }),
    ...(geo && isOnEarth(geo) && { geo }),
    ...(repostOf && isShort(repostOf, LONGEST_ID) && { repostOf }),
  }
}

function isShort(value: string | undefined, longest: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= longest)
}

function cut(value: string): string {
  return String(value).slice(0, LONGEST_NAME).toWellFormed()
}

/** Whether coordinates lie on the Earth; none at all are fine. */
function isOnEarth(geo: Post['geo']): boolean {
  return geo === undefined || (Math.abs(geo?.lat) <= 90 && Math.abs(geo?.lon) <= 180)
}
