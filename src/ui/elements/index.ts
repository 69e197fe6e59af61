import { AlarmSound } from './alarm-sound.element.ts'
import { ConfirmDialog } from './confirm-dialog.element.ts'
import { CopyButton } from './copy-button.element.ts'
import { CountDown } from './count-down.element.ts'
import { FileUpload } from './file-upload.element.ts'
import { forgetSent, FormGuard } from './form-guard.element.ts'
import { LiveRegion } from './live-region.element.ts'
import { LocalClock } from './local-clock.element.ts'
import { ThemeSwitch } from './theme-switch.element.ts'

forgetSent()

customElements.define('alarm-sound', AlarmSound)
customElements.define('confirm-dialog', ConfirmDialog)
customElements.define('copy-button', CopyButton)
customElements.define('count-down', CountDown)
customElements.define('file-upload', FileUpload)
customElements.define('form-guard', FormGuard)
customElements.define('live-region', LiveRegion)
customElements.define('local-clock', LocalClock)
customElements.define('theme-switch', ThemeSwitch)
