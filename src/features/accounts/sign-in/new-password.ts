import { z } from 'zod'
import { passwordFlaw } from './password-rules.ts'

/** A new password. Names and addresses that it must not be are checked with `ownPasswordFlaw`, where they are known. */
export const newPasswordField = z.string('password.too-short').superRefine((password, context) => {
  const flaw = passwordFlaw(password)
  if (flaw) context.addIssue({ code: 'custom', message: flaw, input: password })
})

/** For forms in which name and address are typed beside the password. */
export function refuseOwnName(
  form: { name: string; email?: string; password: string },
  context: z.RefinementCtx,
): void {
  const flaw = passwordFlaw(form.password, [form.name, form.email ?? '', form.email?.split('@')[0] ?? ''])
  if (flaw) context.addIssue({ code: 'custom', path: ['password'], message: flaw, input: form.password })
}

/** A name is one line and reads in the order in which it was typed: it stands in other people's mail and on their screens. */
function oneLine(name: string): string {
  return name.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}

export const personNameField = z
  .string('person.name-missing')
  .overwrite(oneLine)
  .trim()
  .min(1, 'person.name-missing')
  .max(120, 'person.name-long')
