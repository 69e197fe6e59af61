import { z } from 'zod'
import { defaultsOf } from '../organisation/country-defaults.ts'
import { orderedLanguages, organisationFields } from '../organisation/forms.ts'
import { emailField } from '../sign-in/forms.ts'
import { newPasswordField, personNameField, refuseOwnName } from '../sign-in/new-password.ts'

export const SetUpForm = z
  .object({
    code: z.string('set-up.code-missing').trim().min(1, 'set-up.code-missing').max(100, 'set-up.wrong-code'),
    ...organisationFields,
    name: personNameField,
    email: emailField,
    password: newPasswordField,
  })
  .superRefine(refuseOwnName)
  .transform(({ code, name, email, password, ...form }) => ({
    code,
    name,
    email,
    password,
    organisation: {
      name: form.organisation,
      country: form.country,
      zone: form.zone,
      languages: orderedLanguages(form.language, form.languages),
      ...defaultsOf(form.country),
    },
  }))
