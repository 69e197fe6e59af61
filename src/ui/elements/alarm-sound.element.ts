const silenceLength = 10 * 60_000
const key = 'alarm-silent-until'

/**
 * Sounds when its `alert` changes to something new. Can be tested, and silenced for ten minutes, never for ever.
 * Browsers allow sound only after a touch: until then it says so.
 */
export class AlarmSound extends HTMLElement {
  static observedAttributes = ['alert']
  #audio: AudioContext | undefined
  #timer = 0
  #wake = () => void this.#ready()

  connectedCallback(): void {
    this.hidden = false
    this.addEventListener('click', this.#clicked)
    addEventListener('pointerdown', this.#wake)
    addEventListener('keydown', this.#wake)
    void this.#ready()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    removeEventListener('pointerdown', this.#wake)
    removeEventListener('keydown', this.#wake)
    void this.#audio?.close()
    this.#audio = undefined
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (before === null || !now || now === before) return
    // An alert that was sounded once in this tab is not sounded again when the page is loaded anew.
    if (sessionStorage.getItem('alarm-sounded') === now) return
    sessionStorage.setItem('alarm-sounded', now)
    if (this.#silentUntil() <= Date.now()) void this.#sound(3)
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest('button')
    if (button?.hasAttribute('data-test')) void this.#sound(1)
    if (button?.hasAttribute('data-silence')) sessionStorage.setItem(key, String(Date.now() + silenceLength))
    if (button?.hasAttribute('data-unsilence')) sessionStorage.removeItem(key)
    if (button) this.#say()
  }

  /** Not later than ten minutes from now, whatever was stored. */
  #silentUntil(): number {
    const stored = Number(sessionStorage.getItem(key))
    return stored <= Date.now() + silenceLength ? stored : 0
  }

  async #ready(): Promise<void> {
    this.#audio ??= new AudioContext()
    if (this.#audio.state === 'suspended') {
      // Settles only when the browser allows it: do not wait for it.
      void this.#audio.resume().then(() => this.#say(), () => {})
    }
    this.#say()
  }

  #say(): void {
    clearTimeout(this.#timer)
    const until = this.#silentUntil()
    const silent = until > Date.now()
    const state = this.querySelector('[data-state]')
    const time = new Date(until).toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit' })
    const text = silent
      ? (this.dataset.silent ?? '').replace('{time}', time)
      : ((this.#audio?.state === 'running' ? this.dataset.on : this.dataset.blocked) ?? '')
    if (state && state.textContent !== text) state.textContent = text
    for (const [name, hidden] of [['silence', silent], ['unsilence', !silent]] as const) {
      const button = this.querySelector<HTMLElement>(`[data-${name}]`)
      if (!button || button.hidden === hidden) continue
      const focused = button === document.activeElement
      button.hidden = hidden
      if (focused && hidden) this.querySelector<HTMLElement>(silent ? '[data-unsilence]' : '[data-silence]')?.focus()
    }
    if (silent) this.#timer = window.setTimeout(() => this.#say(), until - Date.now() + 50)
  }

  /** Two rising tones, `times` over: heard through a ward's noise, unlike any monitor's alarm. */
  async #sound(times: number): Promise<void> {
    await this.#ready()
    const audio = this.#audio
    if (!audio || audio.state !== 'running') return
    for (let index = 0; index < times; index++) {
      for (const [offset, frequency] of [[0, 587], [0.22, 880]] as const) {
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
