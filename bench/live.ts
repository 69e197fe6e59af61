/**
 * What reaches people, end to end on the built program: from a post that arrives on a real stream to a thousand open boards,
 * and to a page at a real mail server. `npm run bench -- live [--boards 1000] [--write]`.
 */
import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { startSalve } from '../e2e/salve.ts'

const { values } = parseArgs({
  options: {
    boards: { type: 'string', default: '1000' },
    posts: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
  strict: false,
})
const BOARDS = Number(values.boards)
const POSTS = Number(values.posts)
const PAUSE_MS = 1_000

/** What the boards look for now. */
let awaited: string | undefined

/** Twenty people who each say it in their own way: copies would add nothing to the board. */
const TELLINGS = [
  'I saw the ferry terminal go up, a woman next to me is bleeding from the head',
  'Second ambulance just reached Pier 2, firefighters pull people out of the blast',
  'My brother works at the ferry terminal, he says the explosion threw him off his feet',
  'Glass everywhere on Quay Street after that explosion, two men are hurt',
  'Police are shutting the road to the ferry terminal, the explosion was huge',
  'The whole waiting hall of the ferry terminal is full of smoke since the blast',
  'Three people carried out of Pier 2 on stretchers after the explosion',
  'Heard the bang from the bus, now sirens all the way to the ferry terminal',
  'I am a nurse at the ferry terminal, we have burns and broken legs here, send help',
  'Boat crew says the explosion at Pier 2 came from the kitchen, one cook injured',
  'Roof of the ferry terminal came down with the explosion, somebody is under it',
  'Kids crying on the quay, the blast at the terminal blew out every window',
  'They evacuate the ferry now, explosion on the ground floor of the terminal',
  'My ears still ring, I stood at Pier 2 when it exploded, so many hurt',
  'Fire at the ferry terminal after the explosion, crew fights it with hoses',
  'An old man fell down the stairs when the ferry terminal blew up, he is injured',
  'Taxi drivers bring wounded people from the ferry terminal explosion to hospital',
  'You can see the black smoke of the terminal blast from Old Town, ambulances pass',
  'Our office at Quay Street shook from the explosion, a colleague is cut by glass',
  'Divers go in at Pier 2, the explosion threw people into the water',
]

interface Board {
  seen: Map<string, number>
  close(): void
}

const stream = await openStream()
const mails: { at: number; text: string }[] = []
const smtp = await openMailServer()
const salve = await startSalve({
  SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
  SALVE_MAIL_FROM: 'Salve <salve@harbourside.example>',
})
try {
  const sam = await signIn('Sam Whitlock')
  await post(sam, '/settings/sources', { name: 'Bench stream', kind: 'url', address: `${stream.url}/` })
  await stream.connected
  const amal = await signIn('Amal Haddad')
  console.log(`Opening ${BOARDS} boards…`)
  const boards = await openBoards(amal, BOARDS)

  // Three people, three texts: enough to be probable. The page's time runs from the post that tipped it.
  const reports = [
    'Huge explosion at the ferry terminal just now, windows gone, people hurt',
    'Explosion at Pier 2, I am next to it, smoke everywhere and people bleeding on the ground',
    'What a blast at the ferry terminal, several injured, ambulance needed now',
    'Ferry terminal just exploded, I can see people on the ground',
  ]
  const sentAt: number[] = []
  for (const [index, text] of reports.entries()) {
    sentAt.push(Date.now())
    stream.send(`opening-${index}`, text)
    await pause(PAUSE_MS)
  }
  await until(() => mails.length > 0, 20_000)
  const paged = mails[0]
  const tipping = sentAt.filter((at) => paged !== undefined && at <= paged.at).at(-1)

  const delays: number[] = []
  let notEvidence = 0
  for (let index = 0; index < POSTS; index += 1) {
    const token = `zz${index}zz`
    awaited = token
    const at = Date.now()
    stream.send(`follow-${index}`, `${TELLINGS[index % TELLINGS.length]} ${token}`)
    await until(() => boards.every((board) => board.seen.has(token)), 15_000)
    const arrived = boards.map((board) => board.seen.get(token))
    // What no board shows was not taken for evidence; what some boards lack was lost on the way.
    if (arrived.every((time) => time === undefined)) notEvidence += 1
    else delays.push(...arrived.map((time) => (time ?? Number.POSITIVE_INFINITY) - at))
    await pause(PAUSE_MS)
  }
  const sorted = delays.toSorted((a, b) => a - b)
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  const lost = sorted.filter((delay) => !Number.isFinite(delay)).length
  const lines = [
    '| figure | measured | goal |',
    '|---|---|---|',
    `| post arriving → seen in ${BOARDS} open boards, p50 / p99 | ${share(0.5)} / ${share(0.99)} ms (${POSTS} posts, ${notEvidence} of them not taken for evidence; ${lost} of ${sorted.length} deliveries lost) | p99 ≤ 250 ms |`,
    `| post that made it probable → page at the mail server | ${paged && tipping !== undefined ? `${paged.at - tipping} ms` : 'no page came'} (one page) | p99 ≤ 1 s |`,
  ]
  console.log(lines.join('\n'))
  console.log(`Boards, stream, mail server, Salve and its database share ${cpus().length} cores.`)
  if (values.write) {
    const file = join(import.meta.dirname, '..', 'docs', 'measured', 'live.md')
    const head = `# From a post to people\n\n\`npm run bench -- live --boards ${BOARDS} --posts ${POSTS} --write\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores shared by the boards, the stream, the mail server, Salve and its database.\n`
    writeFileSync(file, `${head}\n${lines.join('\n')}\n`)
  }
  for (const board of boards) board.close()
} finally {
  await salve.stop()
  stream.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
}

/** A stream of posts over HTTP, as a network would send it. */
async function openStream() {
  const listeners = new Set<ServerResponse>()
  const connected = Promise.withResolvers<void>()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
    response.write('\n')
    listeners.add(response)
    connected.resolve()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connected: connected.promise,
    send(id: string, text: string) {
      const line = JSON.stringify({
        id,
        at: new Date().toISOString(),
        text,
        author: `${id}.social.example`,
        source: 'Bench stream',
      })
      for (const listener of listeners) listener.write(`${line}\n`)
    },
    close() {
      for (const listener of listeners) listener.end()
      server.close()
    },
  }
}

async function openMailServer(): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(data, _session, done) {
      let text = ''
      data.on('data', (chunk) => (text += chunk))
      data.on('end', () => {
        mails.push({ at: Date.now(), text })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return server
}

async function signIn(name: string): Promise<string> {
  const html = await (await fetch(`${salve.origin}/sign-in`)).text()
  const forms = html.split('<form').filter((form) => form.includes('/sign-in/demo'))
  const form = forms.find((candidate) => candidate.includes(name)) ?? ''
  const person = /name="person"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="person"/.exec(form)
  const response = await post('', '/sign-in/demo', { person: person?.[1] ?? person?.[2] ?? '' })
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

async function post(cookie: string, path: string, form: Record<string, string>): Promise<Response> {
  const response = await fetch(`${salve.origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { Origin: salve.origin, Cookie: cookie },
    redirect: 'manual',
  })
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}`)
  return response
}

async function openBoards(cookie: string, count: number): Promise<Board[]> {
  const boards: Board[] = []
  for (let first = 0; first < count; first += 50) {
    boards.push(...(await Promise.all(Array.from({ length: Math.min(50, count - first) }, () => openBoard(cookie)))))
  }
  return boards
}

/** An open board: notes when each token first arrives in its stream. */
async function openBoard(cookie: string): Promise<Board> {
  const request = httpRequest(`${salve.origin}/watch/stream`, {
    headers: { Cookie: cookie, Accept: 'text/event-stream' },
    agent: false,
  })
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const seen = new Map<string, number>()
  let tail: Buffer = Buffer.alloc(0)
  response.on('data', (chunk: Buffer) => {
    // One search for the token of the moment, the cut between two chunks included: reading must cost little beside sending.
    const token = awaited
    if (token !== undefined && !seen.has(token)) {
      const isHere = chunk.includes(token) || Buffer.concat([tail, chunk.subarray(0, 32)]).includes(token)
      if (isHere) seen.set(token, Date.now())
    }
    tail = chunk.subarray(-32)
  })
  response.on('error', () => undefined)
  return { seen, close: () => request.destroy() }
}

async function until(holds: () => boolean, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs
  while (!holds() && Date.now() < end) await pause(5)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
