import { z } from 'zod'

/** An e-mail address, in lower case. */
export const emailField = z
  .string('email.missing')
  .trim()
  .toLowerCase()
  .min(1, 'email.missing')
  .max(254, 'email.invalid')
  .pipe(z.email('email.invalid'))

const returnPath = z.string().optional()

export const PasswordSignInForm = z.object({
  email: emailField,
  password: z.string('password.missing').min(1, 'password.missing').max(1_000, 'sign-in.failed'),
  to: returnPath,
})

export const LinkSignInForm = z.object({ email: emailField, to: returnPath })

export const DemoSignInForm = z.object({ person: z.uuid('demo.unknown'), to: returnPath })
