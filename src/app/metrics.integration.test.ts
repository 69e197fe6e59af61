import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse } from './test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('counts requests by their route, never by the address that somebody asked for', async () => {
  const amal = await house.as('amal')
  await amal.get('/readiness')
  await amal.get(`/watch/incidents/${crypto.randomUUID()}`)
  await amal.get('/no-such-page/amal.haddad')
  const text = await house.platform.metrics.text()
  expect(text).toContain('route="/readiness",method="GET",status="200"')
  expect(text).toMatch(/route="\/watch\/incidents\/:incident[^"]*",method="GET",status="404"/)
  expect(text).toContain('route="none",method="GET",status="404"')
  expect(text).not.toContain('haddad')
})
