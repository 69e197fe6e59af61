import { NotFound } from '#platform/errors.ts'
import type { AppContext } from '#platform/web/context.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id from the path; what cannot be one is not found. */
export function pathId(c: AppContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!UUID.test(id)) throw new NotFound('No such page')
  return id
}
