import { DEMO_PASSWORD, demoPersons } from '#features/accounts'

export interface Welcome {
  address: string
  isDemo: boolean
  /** The database was left running by a Salve that did not stop in order. */
  adopted: boolean
  /** Opens the set-up page while nobody has an account. */
  setUpCode: string | undefined
  dataDir: string
}

/** What a person reads in the terminal when Salve is up. */
export function welcome({ address, isDemo, adopted, setUpCode, dataDir }: Welcome): string {
  const lines = ['', `Salve is ready: ${address}`, '']
  if (adopted) lines.push('The last Salve did not stop in order: its database was found running and taken over.', '')
  if (isDemo) {
    const width = Math.max(...demoPersons.map(({ email }) => email.length))
    lines.push(
      'This is the demo: Harbourside General, a hospital that does not exist. Sign in as',
      ...demoPersons.map(({ email, name, roles }) => `  ${email.padEnd(width)}  ${name} (${roles.join(', ')})`),
      `  password for all: ${DEMO_PASSWORD}`,
      '',
      'Try first: sign in as Amal Haddad, open "Replays and drills" and start the ferry drill.',
    )
  } else if (setUpCode !== undefined) {
    lines.push(`Nobody has an account yet: open ${address}/set-up and enter the code ${setUpCode}.`)
  }
  lines.push(`Everything is kept in ${dataDir}. Ctrl+C stops Salve.`, '', '')
  return lines.join('\n')
}
