import type { Post } from './types.ts'

/** More links than these in one post say nothing more about where its word comes from. */
const MOST_LINKS = 4
const LINK = /https?:\/\/[^\s<>"'“”«»]+/gi
/** Marks of a campaign or of the sharer, not of the page. */
const TRACKING = /^(utm_|mc_|fbclid|gclid|igshid|ref$|ref_src$|s$|smid$|cmp$|feature$|source$)/i

/** The pages that a post points to, written the same way however they were shared; none when the post has no link that tells a page. Nothing is fetched: a shortened link stays as it is. */
export function linksOf({ url, text }: Post): string[] {
  const links = new Set<string>()
  for (const written of [url ?? '', ...(text.slice(0, 4000).match(LINK) ?? [])]) {
    const link = normaliseLink(written)
    if (link) links.add(link)
    if (links.size === MOST_LINKS) break
  }
  return [...links]
}

/** Host and path of a page without scheme, www, closing slash, anchor and tracking; undefined for a whole site, a link cut short or none at all. */
export function normaliseLink(written: string): string | undefined {
  if (written.includes('…') || written.endsWith('...') || written.length > 2000) return undefined
  const trimmed = written.replace(/[).,;:!?\]]+$/, '')
  if (!/^https?:/i.test(trimmed) || !URL.canParse(trimmed)) return undefined
  const { hostname, pathname, searchParams } = new URL(trimmed)
  const asked = [...searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const path = pathname.replace(/\/+$/, '')
  if (path === '' && asked.length === 0) return undefined
  const query = asked.map(([name, value]) => `${name}=${value}`).join('&')
  return `${hostname.replace(/^(www|m|mobile|amp)\./, '')}${path}${query && `?${query}`}`
}
