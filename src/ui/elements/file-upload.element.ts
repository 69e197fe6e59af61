/**
 * Shows the progress of a large upload and lets it be cancelled. Sends what the form would send, to where the form would,
 * and goes where the server says. If anything is unusual, the plain form does it.
 */
export class FileUpload extends HTMLElement {
  #form: HTMLFormElement | null = null
  #request: XMLHttpRequest | undefined

  connectedCallback(): void {
    this.#form = this.closest('form')
    this.#form?.addEventListener('submit', this.#submitted)
    this.addEventListener('click', this.#clicked)
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('submit', this.#submitted)
    this.#request?.abort()
  }

  #clicked = (event: Event): void => {
    if ((event.target as Element).closest('[data-cancel]')) this.#request?.abort()
  }

  #submitted = (event: SubmitEvent): void => {
    const form = this.#form
    const panel = this.querySelector<HTMLElement>('[data-progress]')
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    if (event.defaultPrevented || !form || !panel || !input?.files?.length) return
    event.preventDefault()
    if (this.#request) return
    const request = new XMLHttpRequest()
    this.#request = request
    const bar = panel.querySelector('progress')
    const figure = panel.querySelector('[data-figure]')
    panel.hidden = false
    request.upload.onprogress = ({ loaded, total }) => {
      const share = total ? Math.floor((loaded / total) * 100) : 0
      if (bar) bar.value = share
      if (figure) figure.textContent = `${share} %`
    }
    request.onload = () => this.#answered(request, form)
    request.onerror = () => this.#ended('failed')
    request.onabort = () => this.#ended('cancelled')
    const submitter = event.submitter as HTMLButtonElement | null
    request.open('POST', submitter?.getAttribute('formaction') || form.action)
    request.setRequestHeader('accept', 'text/html')
    request.send(new FormData(form, submitter))
  }

  #answered(request: XMLHttpRequest, form: HTMLFormElement): void {
    this.#request = undefined
    // A redirect was followed: the answer is the page to be on.
    if (request.status < 300) {
      form.dispatchEvent(new CustomEvent('sent', { bubbles: true }))
      location.assign(request.responseURL || location.href)
      return
    }
    // The same page with its errors, as the form would have shown it.
    if (request.status === 422) {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html')
      document.body.replaceWith(document.adoptNode(page.body))
      document.title = page.title
      document.getElementById('error-summary')?.focus()
      scrollTo(0, 0)
      return
    }
    this.#ended('failed')
  }

  #ended(how: 'failed' | 'cancelled'): void {
    this.#request = undefined
    const panel = this.querySelector<HTMLElement>('[data-progress]')
    const said = this.querySelector<HTMLElement>('[data-said]')
    if (panel) panel.hidden = true
    if (said) said.textContent = said.dataset[how] ?? ''
  }
}
