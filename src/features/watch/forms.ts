import { z } from 'zod'
import { KINDS } from './detector/types.ts'
import { BUDGET_DAYS, DISMISSAL_REASONS, SPEEDS } from './rules.ts'

export const DismissalForm = z
  .object({
    reason: z.enum(DISMISSAL_REASONS, 'error.reason.missing'),
    words: z.string().trim().max(300, 'error.words.long').default(''),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', {
    path: ['words'],
    message: 'error.words.missing',
  })

const Speed = z.enum(SPEEDS, 'error.speed.missing').transform((speed) => (speed === 'max' ? null : Number(speed)))

export const StartForm = z.object({
  what: z
    .string('error.what.missing')
    .regex(/^(scenario:[a-z0-9-]+|recording:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'error.what.missing')
    .transform((what) => {
      const [kind, id = ''] = what.split(':')
      return { kind: kind as 'scenario' | 'recording', id }
    }),
  speed: Speed,
  pages: z
    .enum(['yes', 'no'], 'error.pages.missing')
    .default('yes')
    .transform((pages) => pages === 'yes'),
})

export const SpeedForm = z.object({ speed: Speed })

/** A stream's address is on the web; a followed file lies in the data directory's `streams` folder and is named without a path. */
export const SourceForm = z
  .object({
    name: z.string('error.name.missing').trim().min(1, 'error.name.missing').max(80, 'error.name.long'),
    kind: z.enum(['url', 'file'], 'error.kind.missing'),
    address: z.string('error.address.missing').trim().min(1, 'error.address.missing').max(2_000, 'error.address.long'),
  })
  .refine(({ kind, address }) => kind !== 'url' || isWebAddress(address), {
    path: ['address'],
    message: 'error.address.url',
  })
  .refine(({ kind, address }) => kind !== 'file' || /^[\w-][\w. -]*$/.test(address), {
    path: ['address'],
    message: 'error.address.file',
  })

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}

export const BudgetForm = z.object({
  days: z.coerce
    .number('error.days.missing')
    .refine((days) => (BUDGET_DAYS as readonly number[]).includes(days), 'error.days.missing'),
})

export const ForgetForm = z.object({ kind: z.enum(KINDS) })

export const AreaForm = z.object({
  area: z.string('error.area.missing').trim().min(1, 'error.area.missing').max(900_000, 'error.area.long'),
})

/** The fields beside an uploaded recording. */
export const RecordingForm = z
  .object({
    title: z.string().trim().max(120, 'error.title.long').default(''),
    areaChoice: z.enum(['own', 'other'], 'error.area.choice').default('own'),
    areaText: z.string().trim().max(900_000, 'error.area.long').default(''),
  })
  .refine(({ areaChoice, areaText }) => areaChoice === 'own' || areaText !== '', {
    path: ['areaText'],
    message: 'error.area.missing',
  })
