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
    const secure = location.protocol === 'https:' ? '; secure' : ''
    document.cookie =
      theme === 'system'
        ? `theme=; path=/; max-age=0`
        : `theme=${theme}; path=/; max-age=${year}; samesite=lax${secure}`
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[name=theme]')) {
      button.setAttribute('aria-pressed', String(button.value === theme))
    }
  }
}
