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

const elements = {
  'alarm-sound': AlarmSound,
  'confirm-dialog': ConfirmDialog,
  'copy-button': CopyButton,
  'count-down': CountDown,
  'file-upload': FileUpload,
  'form-guard': FormGuard,
  'live-region': LiveRegion,
  'local-clock': LocalClock,
  'theme-switch': ThemeSwitch,
}

for (const [name, element] of Object.entries(elements)) customElements.define(name, element)
