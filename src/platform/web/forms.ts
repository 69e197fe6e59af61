import type { z } from 'zod'
import { storable } from '../storable.ts'
import type { AppContext } from './context.ts'

/** What was typed, as it was typed, so that a page can show it again. */
export type FormValues = Record<string, string | string[]>

/** A form that could not be taken: `errors` maps a field to a message key of the room, `values` is what was typed. */
export interface FormProblem {
  errors: Record<string, string>
  values: FormValues
}

export type FormResult<Data> = { ok: true; data: Data } | ({ ok: false } & FormProblem)

/**
 * Reads and parses a posted form. Schemas only parse: trim, limit, convert; their messages are keys of the room's catalogue.
 * A name ending in `[]` gives a list. On failure answer 422 with the same page.
 */
export async function readForm<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
): Promise<FormResult<z.infer<Schema>>> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  // Without a prototype, so that a field may have any name.
  const values: FormValues = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value])
      .filter((item): item is string => typeof item === 'string')
      .map(storable)
    const first = texts[0]
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts
    else if (first !== undefined) values[name] = first
  }
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, data: parsed.data }
  return { ok: false, values, errors: fieldErrors(parsed.error) }
}

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] ??= issue.message
  }
  return errors
}

/** A typed value as text, for a field's `value`. */
export function typed(problem: FormProblem | undefined, name: string, otherwise = ''): string {
  const value = problem?.values[name]
  return typeof value === 'string' ? value : otherwise
}

/** Only a path on this site may be returned to: never another host, never a scheme. */
export function safeReturnPath(value: string | undefined, otherwise: string): string {
  if (!value || !/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\u007f\\]/.test(value)) return otherwise
  return value.toWellFormed()
}
