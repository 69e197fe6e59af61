import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse } from './test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ environment: { SALVE_ROOMS_OFF: 'watch' } })
})
afterAll(() => house.close())

it('serves the others when the watch is switched off', async () => {
  const amal = await house.as('amal')
  for (const path of ['/watch', '/drills', '/settings/sources']) {
    expect([path, (await amal.get(path)).status]).toEqual([path, 404])
  }
  expect(await amal.page('/')).not.toContain('href="/watch"')
  expect(await amal.page('/readiness')).toContain('Normal')
  expect((await amal.post('/readiness/holds', { kind: 'elective-starts' })).status).toBe(303)
  expect(await amal.page('/readiness')).toContain('New elective starts are held')
})
