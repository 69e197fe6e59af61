/** `<count-down until="ISO 8601">`: minutes and seconds that are left. The end itself is written beside it, for everyone. */
export class CountDown extends HTMLElement {
  static observedAttributes = ['until']
  #timer = 0

  connectedCallback(): void {
    this.#timer = window.setInterval(() => this.#draw(), 1_000)
    this.#draw()
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw()
  }

  #draw(): void {
    const until = Date.parse(this.getAttribute('until') ?? '')
    if (Number.isNaN(until)) return
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1_000))
    const over = seconds === 0 && this.getAttribute('over')
    const text = over || timeLeft(seconds)
    if (this.textContent !== text) this.textContent = text
  }
}

/** 80 → "1:20"; 4000 → "1:06:40". */
export function timeLeft(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`
}
