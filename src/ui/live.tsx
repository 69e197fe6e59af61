import { classes, type Content } from './content.ts'
import { Icon } from './icon.tsx'

export type LiveRegionProps = {
  id?: string
  /** The stream's address. Messages: `event: fragment`, data `{"html": "…"}` renews the children; `event: reload` loads the page anew. */
  src: string
  /** "Not live since {time}, retrying." The placeholder `{time}` is filled in with HH:MM when it happens. */
  lostText: string
  class?: string
  children?: Content
}

/** Working HTML that stays fresh where scripts run. What is typed, opened or focused stays. */
export function LiveRegion({ id, src, lostText, class: className, children }: LiveRegionProps) {
  return (
    <>
      <p class="sv-lost" role="status" hidden id={`${id ?? 'live'}-lost`} data-text={lostText}>
        <Icon name="blind" /> <span data-said></span>
      </p>
      <live-region id={id} src={src} notice={`${id ?? 'live'}-lost`} class={classes(className)}>
        {children}
      </live-region>
    </>
  )
}

/**
 * Sound for the board. `alert` is the id of the newest incident that may alarm; a new value sounds.
 * Drawn hidden: it appears where scripts run, for without them there is no sound to test.
 */
export function AlarmSound(props: {
  alert?: string
  words: { on: string; silent: string; blocked: string; test: string; silence: string; unsilence: string }
}) {
  return (
    <alarm-sound
      alert={props.alert ?? ''}
      class="wb-sound"
      hidden
      data-on={props.words.on}
      data-silent={props.words.silent}
      data-blocked={props.words.blocked}
    >
      <span data-state role="status">
        {props.words.on}
      </span>
      <button class="sv-linkish" type="button" data-test>
        {props.words.test}
      </button>
      <button class="sv-linkish" type="button" data-silence>
        {props.words.silence}
      </button>
      <button class="sv-linkish" type="button" data-unsilence hidden>
        {props.words.unsilence}
      </button>
    </alarm-sound>
  )
}

/** Copies the text of the element `from`. Hidden where scripts do not run. `copied` is said after. */
export function CopyButton({ from, text, copied }: { from: string; text: Content; copied: string }) {
  return (
    <copy-button from={from} copied={copied} hidden>
      <button class="sv-button sv-button--plain" type="button">
        <Icon name="copy" /> <span>{text}</span>
      </button>
      <span class="sv-meta" role="status"></span>
    </copy-button>
  )
}

/**
 * Asks once before an act that cannot be undone, naming what goes. The children are the `PostForm`;
 * where scripts run its first submission opens the question, without them the server asks (or the act has an undo).
 */
export function ConfirmDialog(props: { title: Content; text: Content; yes: Content; no: Content; children?: Content }) {
  return (
    <confirm-dialog>
      {props.children}
      <dialog class="sv-dialog">
        <h2>{props.title}</h2>
        <p>{props.text}</p>
        <div class="sv-row">
          <button class="sv-button sv-button--hand" type="button" data-yes>
            {props.yes}
          </button>
          <button class="sv-button sv-button--plain" type="button" data-no autofocus>
            {props.no}
          </button>
        </div>
      </dialog>
    </confirm-dialog>
  )
}
