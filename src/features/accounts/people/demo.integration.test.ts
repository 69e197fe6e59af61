import { afterEach, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import { Failure } from '#platform/failure.ts'
import { DEMO_PASSWORD } from './demo.ts'

let house: TestHouse
afterEach(() => house.close())

it('never comes into a house that somebody has set up: its people have a password that everybody knows', async () => {
  house = await openHouse({ isDemo: false })
  const stranger = await house.as(null)
  const set = await stranger.post('/set-up', {
    code: (await house.rooms.accounts.setUpCode()) ?? '',
    organisation: 'General',
    country: 'PT',
    zone: 'Europe/Lisbon',
    language: 'en',
    name: 'Ana',
    email: 'ana@hospital.example',
    password: 'a long enough passage 17',
  })
  expect(set.status).toBe(303)
  await expect(house.seedDemo()).rejects.toThrow(Failure)
  expect(await house.platform.db.read((reader) => house.rooms.accounts.listPeople(reader))).toHaveLength(1)
})

it('is seeded again at each start', async () => {
  house = await openHouse()
  await house.seedDemo()
  expect(await house.platform.db.read((reader) => house.rooms.accounts.listPeople(reader))).toHaveLength(9)
})

it('leaves no door open when its data are served as a real house', async () => {
  house = await openHouse({ environment: { SALVE_DEMO: '0' } })
  const stranger = await house.as(null)
  const answer = await stranger.post('/sign-in', { email: 'sam.whitlock@harbourside.example', password: DEMO_PASSWORD })
  expect(answer.status).toBe(422)
  expect(stranger.cookies.has('salve_session')).toBe(false)
})
