import { compose } from '#app/compose.ts'
import type { Config } from '#app/config.ts'
import type { Check, Checker } from '#platform/doctor.ts'
import { createLogger } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'

const ORIGIN_MS = 5_000

/** The address that browsers use leads to this Salve, and is safe to sign in at. */
export async function checkOrigin({ origin, trustProxy }: Pick<Config, 'origin' | 'trustProxy'>): Promise<Check[]> {
  const { hostname, protocol } = new URL(origin)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const found: Check[] = []
  if (protocol === 'http:' && !isHere) {
    found.push({
      name: 'origin',
      status: 'fail',
      said: `${origin} is not encrypted: passwords can be overheard and passkeys do not work`,
      todo: 'Put a proxy with TLS before Salve and set SALVE_ORIGIN to its https address (docs/running.md).',
    })
  }
  if (protocol === 'https:' && !trustProxy) {
    found.push({
      name: 'origin',
      status: 'warn',
      said: 'SALVE_ORIGIN is https, but SALVE_TRUST_PROXY is not set: every visitor seems to come from the proxy',
      todo: 'Set SALVE_TRUST_PROXY=1 when a proxy of yours stands before Salve.',
    })
  }
  try {
    const response = await fetch(`${origin}/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(ORIGIN_MS) })
    if (response.ok) found.push({ name: 'origin', status: 'ok', said: `${origin} leads to Salve` })
    else
      found.push({
        name: 'origin',
        status: 'fail',
        said: `${origin} answers with ${response.status}`,
        todo: 'Check that the proxy passes requests on to Salve, and that SALVE_ORIGIN is right.',
      })
  } catch {
    found.push({
      name: 'origin',
      status: 'warn',
      said: `nothing answers at ${origin}`,
      todo: 'Fine while Salve is stopped. Otherwise check the proxy, the name, the certificate and SALVE_ORIGIN.',
    })
  }
  return found
}

async function checkMail({ mail, config }: Platform): Promise<Check[]> {
  const outcome = await mail.check()
  if (outcome === 'works') return [{ name: 'mail', status: 'ok', said: 'the mail server takes our connection' }]
  if (outcome === 'not-configured') {
    return [
      {
        name: 'mail',
        status: 'warn',
        said: `no mail server: mail is kept at ${config.origin}, where an administrator reads it`,
        todo: 'Set SMTP_URL and SALVE_MAIL_FROM, so that pages reach people.',
      },
    ]
  }
  return [
    {
      name: 'mail',
      status: 'fail',
      said: 'the mail server does not answer or refuses us',
      todo: 'Check SMTP_URL: host, port, user, password.',
    },
  ]
}

async function checkLedger({ db, ledger }: Platform): Promise<Check[]> {
  const broken: Check[] = []
  let entries = 0
  const chains = await db.read((reader) => ledger.chains(reader))
  for (const chain of chains) {
    const verdict = await db.read((reader) => ledger.verify(reader, chain))
    entries += verdict.entries
    if (verdict.ok) continue
    broken.push({
      name: 'ledger',
      status: 'fail',
      said: `the log "${chain}" was changed from outside, or the key is another one: entry ${verdict.brokenAt} does not fit its seal`,
      todo: 'Put back the right keys/salve.key. If it is right, compare with a backup and find out who can write to the database.',
    })
  }
  return broken.length > 0
    ? broken
    : [{ name: 'ledger', status: 'ok', said: `${entries} entries in ${chains.length} logs fit their seals` }]
}

/** Composes the house without starting its work, and asks the platform and every room. */
export function houseChecks(config: Config, databaseUrl: string): Checker {
  return async () => {
    const house = await compose(config, { databaseUrl, log: createLogger('silent'), manual: true })
    try {
      const found = [...(await checkMail(house.platform)), ...(await checkLedger(house.platform))]
      for (const room of house.list) found.push(...((await room.doctor?.()) ?? []))
      return found
    } finally {
      await house.close()
    }
  }
}
