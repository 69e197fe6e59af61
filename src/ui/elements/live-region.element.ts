import { hourMinute } from './hour-minute.ts'
import { morphChildren } from './morph.ts'

/** Time without any message, in milliseconds, after which a line counts as lost, once it has shown that it has a heartbeat. */
const silence = 45_000
/** Time given to a short break before it is shown, in milliseconds. */
const patience = 2_000

/**
 * Keeps its children fresh from a stream (`src`). `event: fragment` carries `{"html": …}`; `event: reload` loads the page anew;
 * `event: heartbeat` only says that the line is up. Shows the element named by `notice` while the line is down.
 */
export class LiveRegion extends HTMLElement {
  #source: EventSource | undefined
  #lostAt: Date | undefined
  #lastId = ''
  #watch = 0
  #grace = 0
  #retry = 0
  #failures = 0
  #leave = () => {
    clearTimeout(this.#grace)
    this.#grace = 0
    this.#close()
  }
  #return = (event: PageTransitionEvent) => event.persisted && this.#open()

  connectedCallback(): void {
    addEventListener('pagehide', this.#leave)
    addEventListener('pageshow', this.#return)
    this.#open()
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#leave)
    removeEventListener('pageshow', this.#return)
    this.#leave()
  }

  #open(): void {
    this.#close()
    const address = this.getAttribute('src')
    if (!address) return
    const url = new URL(address, document.baseURI)
    // A new EventSource forgets the last id (after the page slept, or the server refused once): say it in the address.
    if (this.#lastId) url.searchParams.set('since', this.#lastId)
    const source = new EventSource(url)
    this.#source = source
    source.onopen = () => this.#alive()
    source.onerror = () => this.#failed(source)
    source.addEventListener('heartbeat', () => {
      this.#alive()
      this.#listen()
    })
    source.addEventListener('fragment', (event) => {
      this.#alive()
      if (event.lastEventId) this.#lastId = event.lastEventId
      this.#renew(event.data)
    })
    source.addEventListener('reload', () => location.reload())
  }

  #close(): void {
    clearTimeout(this.#watch)
    clearTimeout(this.#retry)
    this.#source?.close()
    this.#source = undefined
  }

  #renew(data: string): void {
    let html: unknown
    try {
      html = (JSON.parse(data) as { html?: unknown }).html
    } catch {
      return
    }
    if (typeof html !== 'string') return
    const template = document.createElement('template')
    template.innerHTML = html
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    morphChildren(this, template.content, (element) => !still && element.classList.add('has-arrived'))
  }

  #listen(): void {
    clearTimeout(this.#watch)
    this.#watch = window.setTimeout(() => {
      this.#lost()
      this.#open()
    }, silence)
  }

  #alive(): void {
    if (this.#watch) this.#listen()
    clearTimeout(this.#grace)
    this.#grace = 0
    this.#failures = 0
    this.#lostAt = undefined
    const notice = this.#notice()
    if (notice) notice.hidden = true
  }

  #failed(source: EventSource): void {
    this.#grace ||= window.setTimeout(() => this.#lost(), patience)
    this.#lostAt ??= new Date()
    // The browser tries again by itself, except after an answer that is no stream (a restart behind a proxy).
    if (source.readyState !== EventSource.CLOSED) return
    clearTimeout(this.#retry)
    this.#retry = window.setTimeout(() => this.#open(), Math.min(30_000, 1_000 * 2 ** this.#failures++))
  }

  #lost(): void {
    this.#lostAt ??= new Date()
    const notice = this.#notice()
    if (!notice?.hidden) return
    const said = notice.querySelector('[data-said]') ?? notice
    notice.hidden = false
    said.textContent = (notice.dataset.text ?? '').replace('{time}', hourMinute(this.#lostAt))
  }

  #notice(): HTMLElement | null {
    return document.getElementById(this.getAttribute('notice') ?? '')
  }
}
