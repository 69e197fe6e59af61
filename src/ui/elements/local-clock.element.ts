/**
 * `<local-clock zone="Europe/Lisbon"><time datetime="…">14:58:07</time></local-clock>`: keeps the time going, in the hospital's own zone.
 * Reckons from the server's time, which is what the log is written in, not from the device's clock.
 */
export class LocalClock extends HTMLElement {
  #timer = 0
  #ahead = 0

  connectedCallback(): void {
    const time = this.querySelector('time')
    const served = Date.parse(time?.dateTime ?? '')
    // A page kept by the browser carries an old time: then the device's own clock is nearer to the truth.
    const loaded = performance.timeOrigin + performance.now()
    this.#ahead =
      Number.isNaN(served) || Math.abs(served - loaded) < 2_000 || performance.now() > 60_000 ? 0 : served - loaded
    this.#draw()
    this.#timer = window.setInterval(() => this.#draw(), 1_000)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  #draw(): void {
    const time = this.querySelector('time')
    if (!time) return
    const now = new Date(Date.now() + this.#ahead)
    const zone = this.getAttribute('zone') ?? undefined
    const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
    try {
      time.textContent = now.toLocaleTimeString(this.lang || document.documentElement.lang || undefined, {
        ...parts,
        timeZone: zone,
      })
      time.dateTime = now.toISOString()
    } catch {
      clearInterval(this.#timer)
    }
  }
}
