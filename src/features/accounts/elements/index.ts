import { PasskeyButton } from './passkey-button.element.ts'

customElements.define('passkey-button', PasskeyButton)
