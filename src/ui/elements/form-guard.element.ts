import { recall, recallKeys, remember } from './tab-memory.ts'

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Kept = Record<string, string[]>

const prefix = 'typed:'
const sent = ':sent'

/** Fields whose content is never stored. */
const secret = 'input[type=password], input[type=file], input[type=hidden], [autocomplete=one-time-code], [data-secret]'

/**
 * Nothing typed is ever lost: keeps the fields of its form in this tab until a post succeeded, and gives them back after a
 * reload, a crash or a page that failed. What the server says stands above what was kept: a page that shows values of its own
 * (422) is left alone.
 */
export class FormGuard extends HTMLElement {
  #form: HTMLFormElement | null = null

  connectedCallback(): void {
    this.#form = this.querySelector('form')
    const form = this.#form
    if (!form) return
    this.#restore()
    form.addEventListener('input', this.#keep)
    form.addEventListener('submit', this.#submitted)
    // Sent by a script that goes on by itself.
    form.addEventListener('sent', () => remember(this.#key))
  }

  get #key(): string {
    return prefix + (this.getAttribute('key-name') ?? location.pathname)
  }

  #keep = (): void => {
    const kept: Kept = {}
    for (const field of this.#fields()) {
      const list = (kept[field.name] ??= [])
      if (!isTick(field) || field.checked) list.push(field.value)
    }
    remember(this.#key, JSON.stringify(kept))
  }

  /** Marks what was kept as sent; the next page of this tab forgets it, unless it comes back with errors. */
  #submitted = (event: Event): void => {
    if (event.defaultPrevented) return
    this.#keep()
    remember(this.#key + sent, 'yes')
  }

  #restore(): void {
    const stored = recall(this.#key)
    if (!stored || document.getElementById('error-summary')) return
    const kept = JSON.parse(stored) as Kept
    for (const field of this.#fields()) {
      const values = kept[field.name]
      if (!values) continue
      if (isTick(field)) field.checked = values.includes(field.value)
      else field.value = values.shift() ?? field.value
    }
  }

  #fields(): FormField[] {
    const fields = this.#form?.querySelectorAll<FormField>('input[name], textarea[name], select[name]') ?? []
    return [...fields].filter((field) => !field.matches(secret))
  }
}

function isTick(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
}

/**
 * Once a page: forgets what was posted before, unless this page says that it failed (an error summary, or `data-refused`
 * anywhere on an error or sign-in page), or is the old one again.
 */
export function forgetSent(): void {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const failed = document.querySelector('#error-summary, [data-refused]') || arrival?.type !== 'navigate'
  for (const key of recallKeys()) {
    if (!key.startsWith(prefix) || !key.endsWith(sent)) continue
    remember(key)
    if (!failed) remember(key.slice(0, -sent.length))
  }
}
