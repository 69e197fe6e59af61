import { z } from 'zod'

/** Erasing asks once: a box that is ticked on purpose. */
export const EraseForm = z.object({ sure: z.literal('yes', 'erase.not-sure') })
