import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from './documents.ts'
import { PUBLIC_ROUTES } from './public-routes.ts'
import { openHouse, type Client, type TestHouse } from './test-house.ts'

let house: TestHouse
let stranger: Client
let ida: Client

beforeAll(async () => {
  house = await openHouse()
  stranger = await house.as(null)
  ida = await house.as('ida')
})
afterAll(() => house.close())

const NOWHERE = '00000000-0000-4000-8000-000000000000'
const fill = (path: string) => path.replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, NOWHERE)

describe('A stranger at the door', () => {
  it('finds routes enough that this test means something', () => {
    expect(listRoutes(house).length).toBeGreaterThan(60)
  })

  it('is refused by every route that is not public', async () => {
    const open: string[] = []
    for (const { method, path } of listRoutes(house)) {
      if (`${method} ${path}` in PUBLIC_ROUTES) continue
      const response = method === 'GET' ? await stranger.get(fill(path)) : await stranger.post(fill(path))
      const toSignIn = response.status === 303 && (response.headers.get('location') ?? '').startsWith('/sign-in')
      if (!toSignIn && ![401, 403, 404].includes(response.status))
        open.push(`${method} ${path} answered ${response.status}`)
      await response.body?.cancel()
    }
    expect(open).toEqual([])
  })

  it('names no route as public that does not exist', () => {
    const known = new Set(listRoutes(house).map(({ method, path }) => `${method} ${path}`))
    expect(Object.keys(PUBLIC_ROUTES).filter((route) => !known.has(route))).toEqual([])
  })
})

describe('A form from another site', () => {
  it('is refused, whoever is signed in', async () => {
    const amal = await house.as('amal')
    for (const { method, path } of listRoutes(house).filter((route) => route.method === 'POST')) {
      const response = await amal.post(
        fill(path),
        {},
        { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      )
      expect([`${method} ${path}`, response.status]).toEqual([`${method} ${path}`, 403])
    }
  })
})

describe('Ida, a patient', () => {
  it('does not learn that the staff pages exist', async () => {
    for (const path of ['/watch', '/drills', '/readiness', '/readiness/rota', '/settings/people', '/settings/audit']) {
      expect([path, (await ida.get(path)).status]).toEqual([path, 404])
    }
  })
})

describe('Every answer', () => {
  it('carries a strict policy and nothing from elsewhere', async () => {
    const response = await stranger.get('/')
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const html = await response.text()
    expect(html).not.toMatch(/ style="/)
    expect(html).not.toMatch(/ on[a-z]+="/)
    expect(html.match(/(?:src|href)="https?:/g)).toBeNull()
  })
})
