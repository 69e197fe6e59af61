import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value))

/** Rooms that the others can do without. */
const CAN_BE_OFF = ['watch']

const Environment = z.object({
  PORT: z.coerce.number('PORT is a number from 1 to 65535').int().min(0).max(65_535).default(3080),
  HOST: z.string().trim().default('localhost'),
  SALVE_DATA: z.string().trim().min(1).default('./data'),
  DATABASE_URL: optional.refine(
    (url) => url === undefined || /^postgres(ql)?:\/\//.test(url),
    'DATABASE_URL begins with postgres://',
  ),
  SALVE_ORIGIN: optional.refine(
    (origin) => origin === undefined || (URL.canParse(origin) && new URL(origin).origin === origin),
    'SALVE_ORIGIN is scheme and host alone, like https://salve.example.org',
  ),
  SALVE_TRUST_PROXY: flag,
  SALVE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SALVE_DEV: flag,
  SALVE_DEMO: flag,
  SALVE_METRICS_TOKEN: optional,
  SALVE_ROOMS_OFF: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine(
      (names) => names.every((name) => CAN_BE_OFF.includes(name)),
      `SALVE_ROOMS_OFF knows these rooms: ${CAN_BE_OFF.join(', ')}`,
    ),
  SMTP_URL: optional.refine(
    (url) => url === undefined || /^smtps?:\/\//.test(url),
    'SMTP_URL begins with smtp:// or smtps://',
  ),
  SALVE_MAIL_FROM: z.string().trim().default('Salve <salve@localhost>'),
})

/** The whole configuration: read once from the environment, checked, frozen. Nobody else reads the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly origin: string
  readonly trustProxy: boolean
  readonly logLevel: string
  readonly isDev: boolean
  readonly isDemo: boolean
  /** With a token, `/metrics` answers to `Authorization: Bearer`; without, only to this machine. */
  readonly metricsToken: string | undefined
  readonly roomsOff: readonly string[]
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
}

/** A setting that cannot be used; the message says which and how it should look. */
export class ConfigError extends Error {}

export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`The setting ${String(issue?.path[0])} cannot be used: ${issue?.message}. See .env.example.`)
  }
  const e = parsed.data
  return Object.freeze({
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.SALVE_DATA),
    databaseUrl: e.DATABASE_URL,
    origin: e.SALVE_ORIGIN ?? `http://localhost:${e.PORT}`,
    trustProxy: e.SALVE_TRUST_PROXY,
    logLevel: e.SALVE_LOG_LEVEL,
    isDev: e.SALVE_DEV,
    isDemo: e.SALVE_DEMO,
    metricsToken: e.SALVE_METRICS_TOKEN,
    roomsOff: e.SALVE_ROOMS_OFF,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.SALVE_MAIL_FROM,
  })
}

/** An address without what stands before its last `@`, and without its parameters: either may hold a password. */
function hide(url: string | undefined): string | undefined {
  return url?.replace(/\?.*$/s, '?…').replace(/\/\/.*@/s, '//…@')
}

/** The configuration for people to read, with secrets hidden. */
export function describeConfig(config: Config): Record<string, unknown> {
  return {
    ...config,
    databaseUrl: hide(config.databaseUrl),
    smtpUrl: hide(config.smtpUrl),
    metricsToken: config.metricsToken && '…',
  }
}
