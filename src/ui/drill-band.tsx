import type { Content } from './content.ts'

/** The first thing on every page of a drill. `word` is DRILL in the reader's language; `end` is a link, or a `PostForm` with a quiet button. */
export function DrillBand({ label, word, text, end }: { label: string; word: Content; text: Content; end?: Content }) {
  return (
    <aside class="sv-drill" aria-label={label}>
      <b>{word}</b> <span>{text}</span> {end && <span class="sv-drill__end">{end}</span>}
    </aside>
  )
}
