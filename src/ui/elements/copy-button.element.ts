/** Copies the text of the element named by `from`, and says so. Appears only where it can. */
export class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator)) return
    this.hidden = false
    this.addEventListener('click', this.#clicked)
  }

  #clicked = async (event: Event): Promise<void> => {
    if (!(event.target as Element).closest('button')) return
    const from = document.getElementById(this.getAttribute('from') ?? '')
    if (!from) return
    const text = from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement ? from.value : from.innerText
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return getSelection()?.selectAllChildren(from)
    }
    const said = this.querySelector('[role=status]')
    if (said) said.textContent = this.getAttribute('copied')
  }
}
