/** One thing that `salve doctor` looked at: what it found, and what to do about it. */
export interface Check {
  name: string
  status: 'ok' | 'warn' | 'fail'
  said: string
  todo?: string
}

export type Checker = () => Promise<Check[]>

/** Runs one after the other. A check that breaks is a finding too. */
export async function runDoctor(checkers: Checker[]): Promise<Check[]> {
  const found: Check[] = []
  for (const look of checkers) {
    try {
      found.push(...(await look()))
    } catch (error) {
      found.push({
        name: 'doctor',
        status: 'fail',
        said: `A check broke: ${(error as Error).message}`,
        todo: 'Run it again with SALVE_DEBUG=1 and report what it prints.',
      })
    }
  }
  return found
}

export const isHealthy = (checks: Check[]) => checks.every(({ status }) => status !== 'fail')

/** For people: a line per finding, and what to do below it. */
export function drawChecks(checks: Check[]): string {
  const signs = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' }
  const width = Math.max(0, ...checks.map(({ name }) => name.length))
  const lines = checks.flatMap(({ name, status, said, todo }) => [
    `${signs[status]}  ${name.padEnd(width)}  ${said}`,
    ...(todo ? [`${' '.repeat(width + 8)}→ ${todo}`] : []),
  ])
  const count = (wanted: Check['status']) => checks.filter(({ status }) => status === wanted).length
  return [...lines, '', `${count('ok')} fine, ${count('warn')} to look at, ${count('fail')} to mend`, ''].join('\n')
}
