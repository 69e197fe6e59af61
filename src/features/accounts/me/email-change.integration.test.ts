import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The address in the latest kept mail to somebody, without the host. */
async function linkTo(address: string): Promise<string> {
  await house.settle()
  const mail = (await house.mailbox()).find(({ to }) => to === address)
  return /http:\/\/localhost:3080(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

it('makes links worthless that lie in the mailbox of the former address', async () => {
  const former = 'ida.sorensen@harbourside.example'
  await (await house.as(null)).post('/sign-in/link', { email: former })
  const old = await linkTo(former)
  expect(old).toMatch(/^\/sign-in\/link\//)
  const ida = await house.as('ida')
  await ida.post('/me/email', { email: 'ida.new@harbourside.example', current: 'harbourside-demo' })
  expect((await ida.post(await linkTo('ida.new@harbourside.example'))).status).toBe(303)
  const finder = await house.as(null)
  expect((await finder.post(old)).status).toBe(410)
  expect(finder.cookies.has('salve_session')).toBe(false)
})
