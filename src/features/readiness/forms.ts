import { z } from 'zod'
import { HOLD_KINDS, POSTURE_LEVELS, ROLE_KEYS, UNITS } from './types.ts'

const id = z.uuid()
/** Where to go afterwards; checked by `safeReturnPath`. */
const back = z.string().max(500).optional()
const incidentId = id.optional()

export const PostureForm = z.object({ level: z.enum(POSTURE_LEVELS), incidentId, back })
export const HoldForm = z.object({ kind: z.enum(HOLD_KINDS), back })
export const TeamForm = z.object({ incidentId, back })
export const TickForm = z.object({ done: z.enum(['yes', 'no']), back })
export const AssignForm = z.object({ person: id, back })
export const BackForm = z.object({ back })

const whole = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,4}$/, message)
    .transform(Number)

export const UnitForm = z
  .object({
    unit: z.enum(UNITS, { error: 'unit.which-missing' }),
    free: whole('unit.free-invalid'),
    total: z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, 'unit.total-invalid')
      .transform((text) => (text === '' ? null : Number(text)))
      .default(null),
    back,
  })
  .refine(({ free, total }) => total === null || total >= free, { path: ['total'], message: 'unit.total-less' })

export const NoteForm = z.object({
  text: z.string({ error: 'log.text-missing' }).trim().min(1, 'log.text-missing').max(1_000, 'log.text-long'),
  back,
})

/** False for the 31st of February and for a quarter to 25. */
function isOnTheCalendar(time: string): boolean {
  const moment = new Date(`${time}Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(time)
}

/** As a browser's `datetime-local` sends it, in the organisation's zone; empty means open. */
const localTime = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/, 'rota.time-invalid')
  .refine((text) => text === '' || isOnTheCalendar(text.slice(0, 16)), 'rota.time-invalid')
  .default('')

export const DutyForm = z
  .object({
    role: z.enum(ROLE_KEYS, { error: 'rota.role-missing' }),
    person: z.uuid('rota.person-missing'),
    from: localTime,
    until: localTime,
  })
  .refine(({ from, until }) => from === '' || until === '' || from < until, {
    path: ['until'],
    message: 'rota.until-before',
  })
