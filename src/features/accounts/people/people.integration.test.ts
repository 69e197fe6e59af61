import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { own } from '#platform/database/index.ts'
import { findPerson, markRoles } from './store.ts'

let house: TestHouse
let sam: Client
beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
})
afterAll(() => house.close())

const rolesOf = async (id: string) => (await house.platform.db.read((reader) => findPerson(reader, id)))?.roles
const path = (person: 'jonas' | 'sam' | 'amal' | 'ruth' | 'ida') => `/settings/people/${house.people[person]}`

describe('the list of people', () => {
  it('is not there for a stranger, for Ida or for Amal', async () => {
    const stranger = await house.as(null)
    expect((await stranger.get('/settings/people')).headers.get('Location')).toContain('/sign-in')
    expect((await stranger.post(path('jonas'), { 'roles[]': 'administrator' })).status).toBe(401)
    for (const person of ['ida', 'amal'] as const) {
      const client = await house.as(person)
      expect((await client.get('/settings/people')).status).toBe(404)
      expect((await client.get(path('jonas'))).status).toBe(404)
      expect((await client.post(path(person), { 'roles[]': 'administrator' })).status).toBe(404)
      expect((await client.post(`${path('jonas')}/suspend`)).status).toBe(404)
      expect((await client.post(`${path('jonas')}/erase`, { sure: 'yes' })).status).toBe(404)
    }
    expect(await rolesOf(house.people.ida)).toEqual(['member'])
  })

  it('shows Sam everybody with their roles', async () => {
    const page = await sam.page('/settings/people')
    expect(page).toContain('Amal Haddad')
    expect(page).toContain('duty manager, staff')
  })

  it('is not found for an id that is none', async () => {
    expect((await sam.get('/settings/people/7')).status).toBe(404)
    expect((await sam.get('/settings/people/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

describe('roles', () => {
  it('are given and taken by Sam, and the next page knows', async () => {
    const ruth = await house.as('ruth')
    expect((await ruth.get('/settings')).status).toBe(404)
    const answer = await sam.post(path('ruth'), { 'roles[]': ['moderator', 'administrator'] })
    expect(answer.status).toBe(303)
    expect((await ruth.get('/settings')).status).toBe(200)
    await sam.post(path('ruth'), { 'roles[]': 'moderator' })
    expect((await ruth.get('/settings')).status).toBe(404)
  })

  it('that do not exist are refused with the page', async () => {
    const answer = await sam.post(path('ruth'), { 'roles[]': ['moderator', 'emperor'] })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('There is a problem')
    expect(await rolesOf(house.people.ruth)).toEqual(['moderator'])
  })
})

describe('the last administrator', () => {
  it('keeps the role, an open account, and is not erased', async () => {
    for (const [where, form] of [
      [path('sam'), { 'roles[]': 'staff' }],
      [`${path('sam')}/suspend`, {}],
      [`${path('sam')}/erase`, { sure: 'yes' }],
      ['/me/erase', { sure: 'yes' }],
    ] as const) {
      const answer = await sam.post(where, form)
      expect([where, answer.status]).toEqual([where, 422])
      expect(await answer.text()).toContain('Nobody else can administer this house')
    }
    expect(await rolesOf(house.people.sam)).toEqual(['administrator'])
  })

  it('remains when two administrators take the role from each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await house.platform.db.transaction((tx) => markRoles(tx, house.people.sam, ['administrator']))
      await house.platform.db.transaction((tx) => markRoles(tx, house.people.amal, ['administrator']))
      const amal = await house.as('amal')
      const answers = await Promise.all([
        sam.post(path('amal'), { 'roles[]': 'staff' }),
        amal.post(path('sam'), { 'roles[]': 'staff' }),
      ])
      expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
      const left = [...((await rolesOf(house.people.sam)) ?? []), ...((await rolesOf(house.people.amal)) ?? [])]
      expect(left.filter((role) => role === 'administrator')).toHaveLength(1)
    }
    await house.platform.db.transaction((tx) => markRoles(tx, house.people.sam, ['administrator']))
    await house.platform.db.transaction((tx) => markRoles(tx, house.people.amal, ['duty-manager', 'staff']))
  })

  it('is kept by the database itself, whatever the code forgets, also under concurrency', async () => {
    const { db } = house.platform
    const take = (id: string) => db.transaction((tx) => markRoles(tx, id, ['staff']))
    await expect(take(house.people.sam)).rejects.toThrow('the last administrator cannot be lost')
    await db.transaction((tx) => markRoles(tx, house.people.amal, ['administrator']))
    const outcomes = await Promise.allSettled([take(house.people.sam), take(house.people.amal)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const everybody = db.transaction((tx) => sql`update person set roles = '{}'`.execute(own(tx)))
    await expect(everybody).rejects.toThrow('the last administrator cannot be lost')
    const gone = db.transaction((tx) => sql`delete from person where roles @> array['administrator']`.execute(own(tx)))
    await expect(gone).rejects.toThrow()
    await db.transaction((tx) => markRoles(tx, house.people.sam, ['administrator']))
    await db.transaction((tx) => markRoles(tx, house.people.amal, ['duty-manager', 'staff']))
  })
})

describe('a closed account', () => {
  it('is signed out at once, cannot sign in by any way, and opens again', async () => {
    const jonas = await house.as('jonas')
    expect((await sam.post(`${path('jonas')}/suspend`)).status).toBe(303)
    expect((await jonas.get('/me')).headers.get('Location')).toContain('/sign-in')
    const credentials = { email: 'jonas.brandt@harbourside.example', password: 'harbourside-demo' }
    expect((await jonas.post('/sign-in', credentials)).status).toBe(422)
    expect((await jonas.post('/sign-in/demo', { person: house.people.jonas })).status).toBe(404)
    expect(await sam.page(path('jonas'))).toContain('This person cannot sign in')
    await sam.post(`${path('jonas')}/reinstate`)
    expect((await jonas.post('/sign-in', credentials)).status).toBe(303)
  })

  it('is not listed among those who hold a role', async () => {
    await sam.post(`${path('amal')}/suspend`)
    const { peopleWithRole, listPeople } = house.rooms.accounts
    const names = (list: { name: string }[]) => list.map(({ name }) => name)
    expect(names(await house.platform.db.read((reader) => peopleWithRole(reader, 'duty-manager')))).toEqual([])
    expect(names(await house.platform.db.read((reader) => listPeople(reader)))).not.toContain('Amal Haddad')
    await sam.post(`${path('amal')}/reinstate`)
    expect(names(await house.platform.db.read((reader) => peopleWithRole(reader, 'duty-manager')))).toEqual([
      'Amal Haddad',
    ])
  })
})

describe('Sam', () => {
  it('signs Jonas out everywhere', async () => {
    const [phone, computer] = [await house.as('jonas'), await house.as('jonas')]
    await sam.post(`${path('jonas')}/sign-out`)
    for (const client of [phone, computer]) expect((await client.get('/me')).status).toBe(303)
  })

  it('is asked whether he is sure before he erases Ida at her wish', async () => {
    const answer = await sam.post(`${path('ida')}/erase`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tick the box if you are sure')
    expect((await sam.post(`${path('ida')}/erase`, { sure: 'yes' })).status).toBe(303)
    expect((await sam.get(path('ida'))).status).toBe(404)
    const known = await house.platform.db.read((reader) =>
      house.rooms.accounts.people(reader, [house.people.ida, null], 'es'),
    )
    expect(known.get(house.people.ida)).toEqual({ name: 'antiguo miembro', email: null, locale: 'en', isErased: true })
  })
})
