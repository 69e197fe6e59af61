import { z } from 'zod'
import { ROLES } from '#platform/actor.ts'
import { LOCALES } from '#platform/i18n/index.ts'
import { emailField } from '../sign-in/forms.ts'
import { newPasswordField, personNameField } from '../sign-in/new-password.ts'

export const localeField = z.enum(LOCALES, 'person.locale-invalid')
export const rolesField = z.array(z.enum(ROLES, 'people.role-unknown')).default([])

export const InvitationForm = z.object({
  name: personNameField,
  email: emailField,
  locale: localeField,
  roles: rolesField.refine((roles) => roles.length > 0, 'invitation.no-roles'),
})

export const JoinForm = z.object({ name: personNameField, locale: localeField, password: newPasswordField })
