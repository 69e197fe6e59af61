import { clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import type { Reason } from '../detector/types.ts'
import { watchWords, wordFor, type WatchWords } from '../words.ts'
import type { EvidenceSeen } from './board-data.ts'
import { kilometres } from './figures.ts'

/** Why a post counted or did not: `saw it`, `names the place: Quay Street`, `a copy of the post at 14:53:10`. */
export function reasonsInWords(
  post: Pick<EvidenceSeen, 'reasons' | 'copyOf'>,
  all: readonly Pick<EvidenceSeen, 'postId' | 'at'>[],
  style: TimeStyle,
): string[] {
  const words = watchWords(style.locale)
  return post.reasons.map((reason) => (reason.code === 'copy' ? copyText(reason) : reasonText(reason, words)))

  function copyText({ detail }: Reason): string {
    const original = all.find(({ postId }) => postId === (detail ?? post.copyOf))
    return original ? words('reason.copy-at', { time: clockTimeToTheSecond(original.at, style) }) : words('reason.copy')
  }
}

function reasonText({ code, detail }: Reason, words: WatchWords): string {
  if (code === 'names-place' && detail) return words('reason.names-place-detail', { place: detail })
  if (code === 'nearby' && detail && Number.isFinite(Number(detail))) return nearby(Number(detail), words)
  if (code === 'names-hazard' && detail)
    return words('reason.names-hazard-detail', { kind: wordFor(words, 'kind', detail).toLowerCase() })
  if (code === 'far' && detail) return words('reason.far-detail', { place: detail })
  return wordFor(words, 'reason', code)
}

function nearby(metres: number, words: WatchWords): string {
  return metres < 1_000
    ? words('reason.nearby-metres', { metres })
    : words('reason.nearby-km', { distance: kilometres(metres / 1_000, words) })
}
