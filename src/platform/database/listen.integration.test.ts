import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { listen, type Listener } from './listen.ts'
import { copyTemplate, runAt, type TemplateCopy } from './template-copy.ts'

let copy: TemplateCopy
let listener: Listener
let heard: string[]
let reconnects: number

beforeEach(async () => {
  copy = await copyTemplate(inject('database'))
  heard = []
  reconnects = 0
  listener = await listen(
    copy.url,
    'news',
    (message) => heard.push(message),
    () => (reconnects += 1),
  )
})

afterEach(async () => {
  await listener.close()
  await copy.drop()
})

const name = () => pg.escapeIdentifier(new URL(copy.url).pathname.slice(1))
const cut = () =>
  runAt(
    inject('database').url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name().slice(1, -1)}'`,
  )

async function connections(): Promise<number> {
  const client = new pg.Client({ connectionString: inject('database').url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int from pg_stat_activity where datname = $1',
    [name().slice(1, -1)],
  )
  await client.end()
  return rows[0]?.count ?? 0
}

test('hears what others announce', async () => {
  await runAt(copy.url, `notify news, 'one'`)
  await expect.poll(() => heard).toEqual(['one'])
})

test('after a lost connection it listens again, says so once, and hears', async () => {
  await cut()
  await expect.poll(() => reconnects).toBe(1)
  await runAt(copy.url, `notify news, 'two'`)
  await expect.poll(() => heard).toEqual(['two'])
})

test('an outage with many vain tries ends with one connection, not with many', async () => {
  await runAt(inject('database').url, `alter database ${name()} allow_connections false`)
  await cut()
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(reconnects).toBe(0)
  await runAt(inject('database').url, `alter database ${name()} allow_connections true`)
  await expect.poll(() => reconnects, { timeout: 15_000 }).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await connections()).toBe(1)
  await runAt(copy.url, `notify news, 'three'`)
  await expect.poll(() => heard).toEqual(['three'])
})

test('once closed it stays closed', async () => {
  await listener.close()
  await cut()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect({ reconnects, open: await connections() }).toEqual({ reconnects: 0, open: 0 })
})
