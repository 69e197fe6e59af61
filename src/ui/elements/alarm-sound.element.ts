import { hourMinute } from './hour-minute.ts'
import { recall, remember } from './tab-memory.ts'

const silenceLength = 10 * 60_000
const silentKey = 'alarm-silent-until'
const heardKey = 'alarm-heard'

/**
 * Sounds when its `alert` changes to something new. Can be tested, and silenced for ten minutes, never for ever.
 * Browsers allow sound only after a touch: until then it says so.
 */
export class AlarmSound extends HTMLElement {
  static observedAttributes = ['alert']
  #audio: AudioContext | undefined
  #timer = 0
  #wake = () => this.#ready()

  connectedCallback(): void {
    this.hidden = false
    this.addEventListener('click', this.#clicked)
    addEventListener('pointerdown', this.#wake)
    addEventListener('keydown', this.#wake)
    this.#ready()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    removeEventListener('pointerdown', this.#wake)
    removeEventListener('keydown', this.#wake)
    void this.#audio?.close()
    this.#audio = undefined
  }

  attributeChangedCallback(): void {
    this.#heed()
  }

  /** Sounds for an alert that this tab has not heard yet; one that comes in silence sounds when the silence ends. */
  #heed(): void {
    const alert = this.getAttribute('alert') ?? ''
    const heard = recall(heardKey)
    const isFirstLook = heard === null
    if (this.#silentUntil() > Date.now() || alert === heard || (!alert && !isFirstLook)) return
    remember(heardKey, alert)
    if (!isFirstLook) this.#sound(3)
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest('button')
    if (!button) return
    if ('test' in button.dataset) this.#sound(1)
    if ('silence' in button.dataset) remember(silentKey, String(Date.now() + silenceLength))
    if ('unsilence' in button.dataset) remember(silentKey)
    this.#say()
    this.#heed()
  }

  /** Not later than ten minutes from now, whatever was stored. */
  #silentUntil(): number {
    const stored = Number(recall(silentKey))
    return stored <= Date.now() + silenceLength ? stored : 0
  }

  #ready(): void {
    if (!this.#audio) {
      this.#audio = new AudioContext()
      this.#audio.onstatechange = () => this.#say()
    }
    // Settles only when the browser allows it: not waited for.
    if (this.#audio.state === 'suspended') void this.#audio.resume()
    this.#say()
  }

  #say(): void {
    clearTimeout(this.#timer)
    const until = this.#silentUntil()
    const silent = until > Date.now()
    const state = this.querySelector('[data-state]')
    const text = silent
      ? (this.dataset.silent ?? '').replace('{time}', hourMinute(new Date(until)))
      : ((this.#audio?.state === 'running' ? this.dataset.on : this.dataset.blocked) ?? '')
    if (state && state.textContent !== text) state.textContent = text
    const silence = this.querySelector<HTMLElement>('[data-silence]')
    const unsilence = this.querySelector<HTMLElement>('[data-unsilence]')
    if (silence && unsilence && silence.hidden !== silent) {
      const focused = this.contains(document.activeElement)
      silence.hidden = silent
      unsilence.hidden = !silent
      if (focused && !this.contains(document.activeElement)) (silent ? unsilence : silence).focus()
    }
    if (!silent) return
    this.#timer = window.setTimeout(
      () => {
        this.#say()
        this.#heed()
      },
      until - Date.now() + 50,
    )
  }

  /** Two rising tones, `times` over: heard through a ward's noise, unlike any monitor's alarm. */
  #sound(times: number): void {
    this.#ready()
    const audio = this.#audio
    if (audio?.state === 'closed' || !audio) return
    for (let index = 0; index < times; index++) {
      for (const [offset, frequency] of [
        [0, 587],
        [0.22, 880],
      ] as const) {
        const start = audio.currentTime + index * 0.9 + offset
        const tone = audio.createOscillator()
        const loudness = audio.createGain()
        tone.type = 'triangle'
        tone.frequency.value = frequency
        loudness.gain.setValueAtTime(0, start)
        loudness.gain.linearRampToValueAtTime(0.5, start + 0.02)
        loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.4)
        tone.connect(loudness).connect(audio.destination)
        tone.start(start)
        tone.stop(start + 0.42)
      }
    }
    this.#say()
  }
}
