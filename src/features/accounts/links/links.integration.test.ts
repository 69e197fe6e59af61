import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The path of the newest link in a mailbox. */
async function newestLink(to: string): Promise<string> {
  await house.settle()
  const message = (await house.mailbox()).find((mail) => mail.to === to)
  const url = message?.text.match(/http:\/\/localhost:3080(\S+)/)?.[1]
  if (!url) throw new Error(`No link for ${to}`)
  return url
}

const ida = 'ida.sorensen@harbourside.example'
const ask = async (email: string, to = '/') => (await house.as(null)).post('/sign-in/link', { email, to })

describe('signing in by e-mail', () => {
  it('shows a stranger the form, and refuses an address that is none with what was typed', async () => {
    const stranger = await house.as(null)
    expect(await stranger.page('/sign-in/link')).toContain('Send me a link')
    const answer = await stranger.post('/sign-in/link', { email: 'ida at harbourside' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="ida at harbourside"')
  })

  it('sends Ida a link in her language; opening it changes nothing, the button signs her in where she was going', async () => {
    expect((await ask(ida, '/me')).headers.get('Location')).toBe('/sign-in/link/sent')
    const path = await newestLink(ida)
    const phone = await house.as(null)
    for (let scan = 0; scan < 3; scan += 1) expect(await phone.page(path)).toContain('Sign in with this link')
    expect(phone.cookies.size).toBe(0)
    const answer = await phone.post(path)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/me'])
    expect(await phone.page('/me')).toContain('Ida Sorensen')
  })

  it('lets a link work once', async () => {
    await ask(ida)
    const path = await newestLink(ida)
    expect((await (await house.as(null)).post(path)).status).toBe(303)
    const thief = await house.as(null)
    expect((await thief.get(path)).status).toBe(410)
    const answer = await thief.post(path)
    expect([answer.status, thief.cookies.size]).toEqual([410, 0])
  })

  it('lets only one of two who press at the same time in', async () => {
    await ask('tomasz.wilk@harbourside.example')
    const path = await newestLink('tomasz.wilk@harbourside.example')
    const [one, two] = [await house.as(null), await house.as(null)]
    const statuses = await Promise.all([one.post(path), two.post(path)])
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([303, 410])
  })

  it('lets a link work for a quarter of an hour', async () => {
    await ask('noor.rahman@harbourside.example')
    const path = await newestLink('noor.rahman@harbourside.example')
    await house.advance({ minutes: 16 })
    const answer = await (await house.as(null)).get(path)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('This link works no more')
  })

  it('finds nothing for a guessed secret', async () => {
    await ask('jonas.brandt@harbourside.example')
    const path = await newestLink('jonas.brandt@harbourside.example')
    const guessed = path.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAAAA')
    const stranger = await house.as(null)
    expect((await stranger.get(guessed)).status).toBe(404)
    expect((await stranger.post(guessed)).status).toBe(404)
    expect((await stranger.get('/sign-in/link/not-an-id/AAAA')).status).toBe(404)
  })

  it('answers an unknown address in the same way and sends nothing', async () => {
    const before = (await house.mailbox()).length
    const answer = await ask('nobody@harbourside.example')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in/link/sent'])
    await house.settle()
    expect(await house.mailbox()).toHaveLength(before)
  })

  it('does not flood a mailbox', async () => {
    const statuses = []
    for (let times = 0; times < 6; times += 1) statuses.push((await ask('maja.lindqvist@harbourside.example')).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  it('writes no secret into the database', async () => {
    await ask('efua.osei@harbourside.example')
    const rows = await house.platform.db.transaction(async (tx) => {
      const { own } = await import('#platform/database/index.ts')
      const { sql } = await import('kysely')
      const links = await sql`select * from one_time_link`.execute(own(tx))
      const jobs = await sql`select data from pgboss.job`.execute(own(tx))
      return JSON.stringify([links.rows, jobs.rows])
    })
    const path = await newestLink('efua.osei@harbourside.example')
    expect(rows).not.toContain(path.split('/').at(-1))
    expect(rows).not.toContain('efua')
  })
})

describe('recovery from the command line', () => {
  it('makes Jonas an administrator when Sam is gone, once, and leads him to a new password', async () => {
    await house.platform.db.transaction(async (tx) => {
      const { markSuspended } = await import('../people/store.ts')
      await markSuspended(tx, house.people.jonas, house.clock.now)
    })
    const url = await house.rooms.accounts.recover(' Jonas.Brandt@harbourside.example')
    const phone = await house.as(null)
    const path = new URL(url).pathname
    expect(await phone.page(path)).toContain('as an administrator')
    const answer = await phone.post(path)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/me/password'])
    expect(await phone.page('/settings/people')).toContain('Jonas Brandt')
    expect((await (await house.as(null)).post(path)).status).toBe(410)
    const set = await phone.post('/me/password', { password: 'eleven herons at dawn' })
    expect(set.status).toBe(303)
  })

  it('says so when nobody has the address', async () => {
    await expect(house.rooms.accounts.recover('nobody@harbourside.example')).rejects.toThrow(
      'Nobody here has this e-mail address',
    )
  })
})
