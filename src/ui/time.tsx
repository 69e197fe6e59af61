import { classes, type Content } from './content.ts'

/** A moment, relative and absolute: "4 min ago, 14:53". `at` is ISO 8601; the strings come ready. */
export function Time({ at, relative, absolute }: { at: string; relative?: string; absolute?: string }) {
  return <time datetime={at}>{[relative, absolute].filter(Boolean).join(', ')}</time>
}

export type ClockProps = {
  /** Now, ISO 8601. */
  at: string
  /** "14:58:07"; kept going by the element where scripts run. */
  time: string
  /** "Saturday 21 November" */
  date: Content
  /** IANA name of the hospital's zone. */
  zone: string
  lang?: string
}

/** The board's clock, in the hospital's own time. */
export function Clock({ at, time, date, zone, lang }: ClockProps) {
  return (
    <p class="wb-clock">
      <local-clock zone={zone} lang={lang}>
        <time datetime={at}>{time}</time>
      </local-clock>
      <span>{date}</span>
    </p>
  )
}

/**
 * Minutes and seconds that run down. `left` ("11:20") is what stands there without scripts;
 * `ends` ("until 15:18") is always written and is what assistive technology reads.
 */
export function Countdown(props: {
  until: string
  left: string
  ends: Content
  over?: string
  big?: boolean
  class?: string
}) {
  return (
    <span class={classes('sv-countdown', props.big && 'rd-hold__clock', props.class)}>
      <count-down until={props.until} over={props.over} aria-hidden="true">
        {props.left}
      </count-down>{' '}
      <span class={props.big ? 'sv-hidden' : undefined}>{props.ends}</span>
    </span>
  )
}
