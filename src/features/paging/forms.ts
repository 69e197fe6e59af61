import { z } from 'zod'

/** The longest way that anybody announces, in minutes. */
export const MOST_MINUTES = 600

const minutes = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= MOST_MINUTES)

/** Three answers. A number of one's own goes before the chosen one; whoever cannot come need not say minutes. */
export const AnswerForm = z
  .object({
    answer: z.enum(['coming', 'cannot', 'seen']),
    minutes: z.string().optional(),
    ownMinutes: z.string().optional(),
  })
  .transform((form, context) => {
    if (form.answer !== 'coming') return { answer: form.answer, minutes: null }
    const own = form.ownMinutes?.trim()
    const parsed = minutes.safeParse(own ? own : (form.minutes ?? ''))
    if (!parsed.success) {
      context.addIssue({ code: 'custom', path: ['ownMinutes'], message: 'error.minutes' })
      return z.NEVER
    }
    return { answer: form.answer, minutes: parsed.data }
  })

export const ContactForm = z.object({
  address: z
    .string('contact.error-address')
    .trim()
    .toLowerCase()
    .max(254, 'contact.error-address')
    .pipe(z.email('contact.error-address')),
})
