import { expect, test } from 'vitest'
import { drawChecks, isHealthy, runDoctor, type Check } from './doctor.ts'

const fine: Check = { name: 'disk', status: 'ok', said: '80 GB free' }
const doubtful: Check = { name: 'mail', status: 'warn', said: 'no mail server', todo: 'Set SMTP_URL.' }

test('findings are drawn a line each, with what to do below', () => {
  expect(drawChecks([fine, doubtful])).toBe(
    [
      'ok    disk  80 GB free',
      'WARN  mail  no mail server',
      '            → Set SMTP_URL.',
      '',
      '1 fine, 1 to look at, 0 to mend',
      '',
    ].join('\n'),
  )
})

test('only what fails makes the house unhealthy', () => {
  expect(isHealthy([fine, doubtful])).toBe(true)
  expect(isHealthy([fine, { ...doubtful, status: 'fail' }])).toBe(false)
})

test('a check that breaks is a finding, and the others still look', async () => {
  const found = await runDoctor([() => Promise.reject(new Error('no such table')), async () => [fine]])
  expect(found.map(({ status }) => status)).toEqual(['fail', 'ok'])
  expect(found[0]?.said).toContain('no such table')
})
