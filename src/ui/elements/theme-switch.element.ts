const year = 365 * 24 * 3_600

/** Changes the theme at once, without a new page; the form beneath does the same by itself. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#submitted)
  }

  #submitted = (event: SubmitEvent): void => {
    const theme = (event.submitter as HTMLButtonElement | null)?.value
    if (theme !== 'light' && theme !== 'dark' && theme !== 'system') return
    event.preventDefault()
    const own = theme !== 'system'
    document.cookie = `theme=${theme}; path=/; max-age=${own ? year : 0}; samesite=lax`
    document.documentElement.toggleAttribute('data-theme', own)
    if (own) document.documentElement.dataset.theme = theme
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[name=theme]')) {
      button.setAttribute('aria-pressed', String(button.value === theme))
    }
  }
}
