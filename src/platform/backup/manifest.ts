import { z } from 'zod'

export const MANIFEST = 'manifest.json'
export const FORMAT = 1

/** The last member of a backup: what is in it. A backup without it is not whole. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  salve: z.string(),
  /** As in `server_version_num`. */
  postgres: z.number(),
  /** Marks the key file that belongs to this data, without telling anything of the key. */
  keyMark: z.string().optional(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.number(),
  /** SHA-256 of each member before this one, hexadecimal. */
  members: z.record(z.string(), z.string()),
})
export type Manifest = z.infer<typeof Manifest>
