import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Button } from '../src/ui/button.tsx'
import type { Content } from '../src/ui/content.ts'
import { ErrorSummary } from '../src/ui/error-summary.tsx'
import { Field } from '../src/ui/field.tsx'
import { FileField } from '../src/ui/file-field.tsx'
import { ThemeSwitch } from '../src/ui/footer.tsx'
import { AlarmSound, ConfirmDialog, LiveRegion } from '../src/ui/live.tsx'
import { PostForm } from '../src/ui/post-form.tsx'
import { Clock, Countdown } from '../src/ui/time.tsx'
import { openBrowser } from './browser.ts'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"

let browser: Browser
let server: Server
let origin: string
let script: string
let context: BrowserContext
let page: Page
let streams: ServerResponse[] = []
let asked: IncomingMessage[] = []
let posts: string[] = []
let complaints: string[] = []
/** What the next page and the next post answer. */
let body: Content = null
let answer: (response: ServerResponse) => void
let streamIsUp = true

function draw(content: Content): string {
  return (
    '<!doctype html>' +
    String(
      <html lang="en-GB">
        <head>
          <title>Elements</title>
          <script type="module" src="/elements.js"></script>
        </head>
        <body>
          <main>{content}</main>
        </body>
      </html>,
    )
  )
}

function html(response: ServerResponse, status: number, content: Content): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    .end(draw(content))
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/elements.js')
    return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
  if (pathname === '/stream') {
    asked.push(request)
    if (!streamIsUp) return void response.writeHead(503).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n')
    streams.push(response)
    return
  }
  if (request.method === 'POST') {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    posts.push(Buffer.concat(parts).toString('latin1'))
    return answer(response)
  }
  html(response, 200, pathname === '/done' ? <p id="done">Done</p> : body)
}

function send(content: Content, id = String(Date.now())): void {
  for (const stream of streams)
    stream.write(`id: ${id}\nevent: fragment\ndata: ${JSON.stringify({ html: String(<>{content}</>) })}\n\n`)
}

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, '../src/ui/elements/index.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  script = bundle.outputFiles[0]?.text ?? ''
  server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

beforeEach(async () => {
  streams = []
  asked = []
  posts = []
  complaints = []
  streamIsUp = true
  answer = (response) => response.writeHead(303, { location: '/done' }).end()
  context = await browser.newContext({ baseURL: origin })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()))
})

afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

async function open(content: Content): Promise<void> {
  body = content
  await page.goto('/')
}

async function openLive(content: Content): Promise<void> {
  await open(
    <LiveRegion id="board" src="/stream" lostText="Not live since {time}, retrying">
      {content}
    </LiveRegion>,
  )
  await expect.poll(() => streams.length).toBe(1)
}

const notice = () => page.getByText(/Not live since/)

function Incidents({ names, reason, open: isOpen }: { names: string[]; reason?: string; open?: boolean }) {
  return (
    <>
      <ol>
        {names.map((name) => (
          <li id={name}>{name}</li>
        ))}
      </ol>
      <details open={isOpen}>
        <summary>Why</summary>
        <p>Because</p>
      </details>
      <PostForm action="/dismiss">
        <Field name="reason" type="textarea" label="Reason" value={reason} />
        <Field name="unit" label="Unit" value="ED" />
      </PostForm>
    </>
  )
}

describe('a board that stays fresh', () => {
  it('keeps what Amal types, where she is in it, and what she opened, while incidents arrive', async () => {
    await openLive(<Incidents names={['ferry']} />)
    await page.getByText('Why').click()
    await page.getByLabel('Reason').fill('A song title')
    await page.getByLabel('Reason').press('ArrowLeft')
    await page.evaluate(() => ((globalThis as Record<string, unknown>)['before'] = document.getElementById('ferry')))
    send(<Incidents names={['station', 'ferry']} reason="what the server has" />)
    await page.locator('#station').waitFor()

    expect(await page.locator('li').allTextContents()).toEqual(['station', 'ferry'])
    expect(await page.getByLabel('Reason').inputValue()).toBe('A song title')
    const caret = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement
      return {
        name: field.name,
        at: field.selectionStart,
        same: document.getElementById('ferry') === (globalThis as Record<string, unknown>)['before'],
      }
    })
    expect(caret).toEqual({ name: 'reason', at: 'A song title'.length - 1, same: true })
    expect(await page.locator('details').getAttribute('open')).not.toBeNull()
  })

  it('renews what nobody has touched, takes away what is gone, and keeps the order', async () => {
    await openLive(<Incidents names={['a', 'b', 'c']} reason="old" />)
    send(<Incidents names={['c', 'd', 'a']} reason="new" />)
    await page.locator('#d').waitFor()
    expect(await page.locator('li').allTextContents()).toEqual(['c', 'd', 'a'])
    expect(await page.getByLabel('Reason').inputValue()).toBe('new')
  })

  it('marks what has arrived, and only that, unless the reader wants no motion', async () => {
    await openLive(<Incidents names={['ferry']} />)
    send(<Incidents names={['station', 'ferry']} />)
    await page.locator('#station').waitFor()
    expect(await page.locator('.has-arrived').evaluateAll((list) => list.map(({ id }) => id))).toEqual(['station'])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    send(<Incidents names={['stadium', 'station', 'ferry']} />)
    await page.locator('#stadium').waitFor()
    expect(await page.locator('#stadium.has-arrived').count()).toBe(0)
  })

  it('does not take a field away under the hands of who writes in it', async () => {
    await openLive(<Incidents names={['ferry']} />)
    await page.getByLabel('Unit').fill('Theatre 3')
    send(<p id="other">Everything else</p>)
    await page.locator('#other').waitFor()
    expect(await page.getByLabel('Unit').inputValue()).toBe('Theatre 3')
  })

  it('says since when it is not live, tries again from the last message, and stops saying so', async () => {
    await openLive(<Incidents names={['ferry']} />)
    send(<Incidents names={['ferry', 'station']} />, 'message-7')
    await page.locator('#station').waitFor()
    streamIsUp = false
    for (const stream of streams) stream.destroy()
    await notice().waitFor({ timeout: 15_000 })
    expect(await notice().textContent()).toMatch(/Not live since \d\d:\d\d, retrying/)
    // Refused once, the browser gives up: then it is the element that tries again.
    await expect.poll(() => asked.length, { timeout: 15_000 }).toBeGreaterThan(1)
    streamIsUp = true
    await notice().waitFor({ state: 'hidden', timeout: 30_000 })
    const last = asked.at(-1)
    const asks = new URL(last?.url ?? '/', origin).searchParams.get('since')
    expect(last?.headers['last-event-id'] ?? asks).toBe('message-7')
  })

  it('does not trust a line that has gone quiet', async () => {
    await page.clock.install()
    await openLive(<Incidents names={['ferry']} />)
    for (const stream of streams) stream.write('event: heartbeat\ndata: \n\n')
    send(<Incidents names={['ferry', 'station']} />)
    await page.locator('#station').waitFor()
    await page.clock.fastForward('00:30')
    send(<Incidents names={['ferry', 'stadium']} />)
    await page.locator('#stadium').waitFor()
    await page.clock.fastForward('00:30')
    expect(await notice().count()).toBe(0)
    streamIsUp = false
    await page.clock.fastForward('00:16')
    await notice().waitFor()
    expect(asked.length).toBe(2)
  })

  it('loads the page anew when it is told to', async () => {
    await openLive(<Incidents names={['ferry']} />)
    body = <p id="fresh">Fresh</p>
    for (const stream of streams) stream.write('event: reload\ndata: {}\n\n')
    await page.locator('#fresh').waitFor()
  })

  it('does not break on a message that it does not understand', async () => {
    await openLive(<Incidents names={['ferry']} />)
    for (const stream of streams)
      stream.write('event: fragment\ndata: not json\n\nevent: fragment\ndata: {"html":7}\n\n')
    send(<Incidents names={['station']} />)
    await page.locator('#station').waitFor()
  })

  it('keeps clocks and countdowns going through it', async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
    const Clocks = ({ until }: { until: string }) => (
      <>
        <Countdown until={until} left="—" ends="until 15:18" over="over" />
        <Clock at={new Date().toISOString()} time="00:00:00" date="Saturday" zone="Europe/Lisbon" />
      </>
    )
    await openLive(<Clocks until={at(125)} />)
    await expect.poll(() => page.locator('count-down').textContent()).toMatch(/^2:0\d$/)
    const lisbon = await page.evaluate(() =>
      new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/Lisbon', hour: '2-digit', minute: '2-digit' }),
    )
    expect(await page.locator('local-clock').textContent()).toContain(lisbon)
    send(<Clocks until={at(3725)} />)
    await expect.poll(() => page.locator('count-down').textContent()).toMatch(/^1:02:0\d$/)
    send(<Clocks until={at(-5)} />)
    await expect.poll(() => page.locator('count-down').textContent()).toBe('over')
  })
})

describe('the alarm', () => {
  const words = {
    on: 'Sound is on',
    silent: 'Silent until {time}',
    blocked: 'Touch the page for sound',
    test: 'Test',
    silence: 'Silence 10 min',
    unsilence: 'Sound on',
  }
  const tones = () => page.evaluate(() => (globalThis as unknown as { tones: number }).tones)

  beforeEach(async () => {
    await page.addInitScript(() => {
      const state = globalThis as unknown as { tones: number }
      state.tones = 0
      const create = AudioContext.prototype.createOscillator
      AudioContext.prototype.createOscillator = function () {
        state.tones++
        return create.call(this)
      }
    })
  })

  it('can be tested, and sounds for a new incident but not for the same one twice', async () => {
    await openLive(<AlarmSound alert="" words={words} />)
    await page.getByRole('button', { name: 'Test' }).click()
    expect(await tones()).toBe(2)
    await page.getByText('Sound is on').waitFor()
    send(<AlarmSound alert="ferry" words={words} />)
    await expect.poll(tones).toBe(8)
    body = <AlarmSound alert="ferry" words={words} />
    await page.goto('/')
    expect(await tones()).toBe(0)
  })

  it('is silent for ten minutes at most, says until when, and tells then what came meanwhile', async () => {
    await page.clock.install()
    await openLive(<AlarmSound alert="" words={words} />)
    await page.getByRole('button', { name: 'Silence 10 min' }).click()
    await page.getByText(/Silent until \d\d:\d\d/).waitFor()
    send(<AlarmSound alert="ferry" words={words} />)
    await page.locator('alarm-sound[alert=ferry]').waitFor()
    expect(await tones()).toBe(0)
    await page.clock.fastForward('10:01')
    await expect.poll(tones).toBe(6)
    await page.evaluate(() => sessionStorage.setItem('alarm-silent-until', String(Date.now() + 9e9)))
    send(<AlarmSound alert="station" words={words} />)
    await expect.poll(tones).toBe(12)
  })
})

describe('nothing typed is ever lost', () => {
  const Compose = ({ error }: { error?: string }) => (
    <>
      <ErrorSummary title="There is a problem" errors={error ? [{ field: 'text', text: error }] : []} />
      <PostForm action="/posts" keep="compose">
        <Field name="text" type="textarea" label="Text" />
        <Field name="password" type="password" label="Password" />
        <Button>Send</Button>
      </PostForm>
    </>
  )

  it('comes back after a reload, but never a password', async () => {
    await open(<Compose />)
    await page.getByLabel('Text').fill('Three stretchers short')
    await page.getByLabel('Password').fill('secret word')
    await page.reload()
    expect(await page.getByLabel('Text').inputValue()).toBe('Three stretchers short')
    expect(await page.getByLabel('Password').inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('secret word')
  })

  it('is forgotten once it was sent', async () => {
    await open(<Compose />)
    await page.getByLabel('Text').fill('Three stretchers short')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('#done').waitFor()
    await page.goto('/')
    expect(await page.getByLabel('Text').inputValue()).toBe('')
  })

  it('comes back after a failure of the server', async () => {
    answer = (response) => html(response, 500, <p data-refused>Something broke. Nothing was sent.</p>)
    await open(<Compose />)
    await page.getByLabel('Text').fill('Three stretchers short')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Something broke').waitFor()
    await page.goto('/')
    expect(await page.getByLabel('Text').inputValue()).toBe('Three stretchers short')
  })

  it('leaves a page with errors as the server wrote it', async () => {
    answer = (response) => html(response, 422, <Compose error="Write more than that" />)
    await open(<Compose />)
    await page.getByLabel('Text').fill('x')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('link', { name: 'Write more than that' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
  })
})

describe('acts', () => {
  it('are asked about once, and only posted when Amal is sure', async () => {
    await open(
      <ConfirmDialog title="Erase it?" text="84 duties go." yes="Erase it" no="Keep it">
        <PostForm action="/erase">
          <Button name="what" value="rota">
            Erase…
          </Button>
        </PostForm>
      </ConfirmDialog>,
    )
    await page.getByRole('button', { name: 'Erase…' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect(posts).toEqual([])
    await page.getByRole('button', { name: 'Erase…' }).click()
    await page.getByRole('button', { name: 'Erase it' }).click()
    await page.locator('#done').waitFor()
    expect(posts).toEqual(['what=rota'])
  })

  it('send a large file with its progress, and show what the server says about it', async () => {
    const words = { sending: 'Sending', cancel: 'Cancel', cancelled: 'Cancelled.', failed: 'It did not arrive.' }
    const Upload = ({ error }: { error?: string }) => (
      <>
        <ErrorSummary title="There is a problem" errors={error ? [{ field: 'recording', text: error }] : []} />
        <PostForm action="/upload" multipart>
          <FileField name="recording" label="Recorded stream" progress={words} error={error} />
          <Button>Send</Button>
        </PostForm>
      </>
    )
    const file = { name: 'ferry.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.alloc(300_000, 'x') }
    await open(<Upload />)
    answer = (response) => html(response, 422, <Upload error="This is not NDJSON" />)
    await page.getByLabel('Recorded stream').setInputFiles(file)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('link', { name: 'This is not NDJSON' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
    answer = (response) => html(response, 500, 'no')
    await page.getByLabel('Recorded stream').setInputFiles(file)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('It did not arrive.').waitFor()
    answer = (response) => response.writeHead(303, { location: '/done' }).end()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('#done').waitFor()
    expect(posts.every((post) => post.includes('ferry.ndjson'))).toBe(true)
  })

  it('change the colours at once and for the next page', async () => {
    await open(
      <ThemeSwitch
        action="/theme"
        legend="Colours"
        value="system"
        words={{ light: 'Light', dark: 'Dark', system: 'As this device' }}
      />,
    )
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect((await context.cookies()).find(({ name }) => name === 'theme')?.value).toBe('dark')
    await page.getByRole('button', { name: 'As this device' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    expect((await context.cookies()).find(({ name }) => name === 'theme')).toBeUndefined()
    expect(posts).toEqual([])
  })
})
