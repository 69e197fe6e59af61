import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersons } from '#features/accounts'
import { openHouse, type TestHouse } from './test-house.ts'

const PASSWORD = 'harbourside-demo'
const NOTE = 'Bed nine waits for her daughter'
const POST = 'My leg is trapped under the gangway at the ferry terminal, explosion, please send help'

let house: TestHouse
let owner: pg.Client
const log: string[] = []
/** What must be found nowhere but where it belongs. */
const tokens: string[] = []

beforeAll(async () => {
  // A mail server that does not answer: then there is something to log.
  house = await openHouse({ onLog: (line) => log.push(line), environment: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  await live()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

/** An evening in the hospital: people sign in, are invited, paged, and answer; a recording is played; a note is written. */
async function live(): Promise<void> {
  const stranger = await house.as(null)
  for (const password of ['not the password', PASSWORD])
    await stranger.post('/sign-in', { email: 'jonas.brandt@harbourside.example', password })
  expect(stranger.cookies.has('salve_session')).toBe(true)
  await (await house.as(null)).post('/sign-in/link', { email: 'ida.sorensen@harbourside.example' })
  const [ida, amal, sam] = [await house.as('ida'), await house.as('amal'), await house.as('sam')]
  for (const client of [stranger, ida, amal, sam]) tokens.push(client.cookies.get('salve_session') ?? '')
  await ida.post('/me/email', { email: 'ida.new@harbourside.example', current: PASSWORD })
  await sam.post('/settings/invitations', {
    name: 'Marisol Vega',
    email: 'marisol.vega@harbourside.example',
    locale: 'es',
    'roles[]': 'staff',
  })
  await amal.post('/me/contact', { address: 'amal.at.home@harbourside.example' })
  await amal.post('/settings/reachability/test')
  await amal.post('/readiness/log', { text: NOTE })
  await playRecording()
  for (let round = 0; round < 4; round += 1) await house.advance({ minutes: 2 }).catch(() => undefined)
  for (const [table, purposes] of [
    ['page', ['page']],
    ['invitation', ['invitation']],
    ['one_time_link', ['sign-in', 'email-change']],
  ] as const) {
    const { rows } = await owner.query(`select id::text from ${table}`)
    expect([table, rows.length > 0]).toEqual([table, true])
    for (const { id } of rows) for (const purpose of purposes) tokens.push(house.platform.keys.linkToken(purpose, id))
  }
  const { rows } = await owner.query('select id::text from page limit 1')
  const link = `/p/${rows[0].id}/${house.platform.keys.linkToken('page', rows[0].id)}`
  expect((await (await house.as(null)).post(link, { answer: 'coming', minutes: '15' })).status).toBe(303)
  await house.settle().catch(() => undefined)
}

async function playRecording(): Promise<void> {
  const lines = Array.from({ length: 30 }, (_, n) =>
    JSON.stringify({
      id: `p${n}`,
      at: new Date(Date.UTC(2026, 10, 21, 14, 0, n)).toISOString(),
      text: n === 0 ? 'Huge explosion at the ferry terminal, people are bleeding on the ground' : `${POST} ${n}`,
      author: `ferry_witness_${n}`,
      source: 'Bluesky',
    }),
  )
  const form = new FormData()
  form.append('title', 'Night')
  form.append('recording', new Blob([`${lines.join('\n')}\nnot a post: ${NOTE}\n`]), 'night.ndjson')
  const amal = await house.as('amal')
  const uploaded = (await amal.postBody('/drills/recordings', form)).headers.get('location') ?? ''
  const drill =
    (await amal.post('/drills', { what: `recording:${uploaded.split('=')[1]}`, speed: 'max' })).headers.get(
      'location',
    ) ?? ''
  await house.rooms.watch.playToEnd(drill.slice('/drills/'.length))
}

describe('The log, at its most talkative', () => {
  it('says something', () => {
    expect(log.join('')).toContain('the mail server did not take a message')
  })

  it('names nobody, and quotes nobody', () => {
    const personal = [
      ...demoPersons.flatMap(({ name, email }) => [email, name.split(' ').at(-1) ?? name]),
      'Marisol',
      'Vega',
      'harbourside.example',
      'amal.at.home',
      'ida.new',
      'ferry_witness',
      'gangway',
      POST,
      NOTE,
      PASSWORD,
      'not the password',
    ]
    const all = log.join('')
    expect(personal.filter((text) => all.includes(text))).toEqual([])
  })

  it('holds no key to anything', () => {
    const all = log.join('')
    expect(tokens.length).toBeGreaterThan(8)
    expect(tokens.filter((token) => token === '' || all.includes(token))).toEqual([])
  })
})

describe('The database', () => {
  it('holds no key to anything either: neither tables nor queued jobs', async () => {
    const { rows: tables } = await owner.query(
      `select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(30)
    const found: string[] = []
    let jobs = 0
    for (const { name } of tables) {
      const { rows } = await owner.query(`select t::text as row from ${name} t`)
      if (name.startsWith('pgboss.job')) jobs += rows.length
      const all = rows.map(({ row }) => row as string).join('\n')
      if (
        [...tokens, PASSWORD, house.platform.keys.derive('ledger').toString('hex')].some((secret) =>
          all.includes(secret),
        )
      )
        found.push(name)
    }
    expect(jobs).toBeGreaterThan(0)
    expect(found).toEqual([])
  })

  it('keeps authors of public posts under a name of its own', async () => {
    const { rows } = await owner.query(`select e::text as row from incident_evidence e`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ row }) => (row as string).includes('ferry_witness'))).toEqual([])
  })
})

describe('What is downloaded', () => {
  it('calculates nothing in a spreadsheet, whatever was noted', async () => {
    const amal = await house.as('amal')
    for (const text of ['=HYPERLINK("https://evil.example")', '+1+1', '-2', '@SUM(A1)', '\u200b=1', '＝1+1'])
      await amal.post('/readiness/log', { text })
    const csv = await (await amal.get('/readiness/log.csv')).text()
    const notes = [...csv.matchAll(/,Amal Haddad,"?(.*?)"?\r\n/g)].map(([, note]) => note ?? '')
    expect(notes.length).toBeGreaterThanOrEqual(6)
    expect(notes.filter((note) => /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(note))).toEqual([])
  })
})
