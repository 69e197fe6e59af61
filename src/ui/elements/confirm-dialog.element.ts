/** Asks once, in a native dialog, before its form is posted. */
export class ConfirmDialog extends HTMLElement {
  #submitter: HTMLElement | null = null
  #sure = false

  connectedCallback(): void {
    this.addEventListener('submit', this.#submitted)
    this.addEventListener('click', this.#clicked)
  }

  #submitted = (event: SubmitEvent): void => {
    const dialog = this.querySelector('dialog')
    if (this.#sure || !dialog) return
    event.preventDefault()
    this.#submitter = event.submitter
    dialog.showModal()
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest('[data-yes], [data-no]')
    if (!button) return
    this.querySelector('dialog')?.close()
    if (!button.hasAttribute('data-yes')) return
    this.#sure = true
    this.querySelector('form')?.requestSubmit(this.#submitter)
    this.#sure = false
  }
}
