import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from './test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const STRIP = 'class="sv-strip is-raised"'

test('Sam sees in his settings that the hospital is on standby, and until when', async () => {
  const amal = await house.as('amal')
  const sam = await house.as('sam')
  expect(await sam.page('/settings/people')).not.toContain('sv-strip')
  await amal.post('/readiness/posture', { level: 'standby' })
  const header = (await sam.page('/settings/people')).split('<main')[0] ?? ''
  expect(header).toContain(STRIP)
  expect(header).toMatch(/href="\/readiness">.*Standby until \d\d:\d\d/s)
})

test('it is nothing for patients, nor for pages that patients see too', async () => {
  const ida = await house.as('ida')
  const amal = await house.as('amal')
  expect(await ida.page('/me')).not.toContain('sv-strip')
  expect(await amal.page('/')).not.toContain('sv-strip')
})
