import { z } from 'zod'
import { isPurpose, type Purpose } from '../consents/rules.ts'
import { localeField } from '../invitations/forms.ts'
import { emailField } from '../sign-in/forms.ts'
import { newPasswordField, personNameField } from '../sign-in/new-password.ts'

export const ProfileForm = z.object({ name: personNameField, locale: localeField })

const currentPassword = z.string().max(1_000, 'me.password-wrong').default('')

export const EmailForm = z.object({ email: emailField, current: currentPassword })
export const PasswordForm = z.object({ current: currentPassword, password: newPasswordField })

export const ConsentForm = z.object({
  purpose: z.string().refine((value): value is Purpose => isPurpose(value), 'consent.unknown'),
  answer: z.enum(['yes', 'no']),
})
