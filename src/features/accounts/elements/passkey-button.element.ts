import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

interface Asked<Options> {
  challengeId: string
  options: Options
}

/**
 * A button that signs in with a passkey (`mode="sign-in"`, leading to `to`) or registers one (`mode="add"`). Appears only where the browser
 * knows passkeys: signing in by password or link works without it.
 */
export class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    if (typeof PublicKeyCredential === 'undefined' || !isSecureContext) return
    this.hidden = false
    this.addEventListener('click', this.#clicked)
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#clicked)
  }

  #clicked = async (event: Event): Promise<void> => {
    const button = (event.target as Element).closest('button')
    if (!button || button.disabled) return
    button.disabled = true
    this.#say('')
    try {
      const to = this.getAttribute('mode') === 'add' ? await this.#add() : await this.#signIn()
      location.assign(to)
    } catch (error) {
      // Whoever closes the browser's question knows that they did.
      if ((error as Error).name !== 'NotAllowedError')
        this.#say(error instanceof Refused ? error.message : (this.getAttribute('failed') ?? ''))
    } finally {
      button.disabled = false
    }
  }

  async #add(): Promise<string> {
    const asked = await post<Asked<PublicKeyCredentialCreationOptionsJSON>>('/me/passkeys/options', {})
    const response = await startRegistration({ optionsJSON: asked.options })
    return (await post<{ to: string }>('/me/passkeys', { challengeId: asked.challengeId, response })).to
  }

  async #signIn(): Promise<string> {
    const asked = await post<Asked<PublicKeyCredentialRequestOptionsJSON>>('/sign-in/passkey/options', {})
    const response = await startAuthentication({ optionsJSON: asked.options })
    const to = this.getAttribute('to') ?? '/'
    return (await post<{ to: string }>('/sign-in/passkey', { challengeId: asked.challengeId, response, to })).to
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = text
  }
}

/** The server said no, in the reader's words. */
class Refused extends Error {}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json().catch(() => ({}))) as Answer & { message?: string }
  if (!response.ok) throw answer.message ? new Refused(answer.message) : new Error(String(response.status))
  return answer
}
