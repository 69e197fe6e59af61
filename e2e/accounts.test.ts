import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeProblems, DESK, openBrowser, openContext, PHONE, sidewaysScroll } from './browser.ts'
import { signInAs, startSalve, type RunningSalve } from './salve.ts'

let salve: RunningSalve
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  salve = await startSalve()
  browser = await openBrowser()
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await salve?.stop()
})

async function open(options: Partial<Parameters<typeof openContext>[1]> = {}): Promise<Page> {
  const context = await openContext(browser, { origin: salve.origin, ...options })
  contexts.push(context)
  return context.newPage()
}

const path = (page: Page) => new URL(page.url()).pathname

/** What the browser's console complains of: the content security policy, scripts that fail. */
function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  return said
}

describe('A passkey', () => {
  it('is added by Dr Osei on her phone and signs her in without her name', async () => {
    const page = await open({ sight: PHONE })
    const said = complaints(page)
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    })

    await signInAs(page, 'Dr Efua Osei')
    await page.goto('/me/passkeys')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Not used yet.').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()

    await page.goto('/sign-in?to=/me')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL((url) => url.pathname === '/me')
    expect(await page.getByLabel('Name').inputValue()).toBe('Dr Efua Osei')
    expect(said).toEqual([])
  })

  it('is not offered without scripts, and the other ways are', async () => {
    const page = await open({ javaScript: false })
    await page.goto('/sign-in')
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: /Send me a link/ }).isVisible()).toBe(true)
  })
})

describe('Without scripts', () => {
  it('Ida signs in by the link that Sam finds among the kept mail', async () => {
    const ida = await open({ javaScript: false, sight: PHONE })
    await ida.goto('/sign-in/link')
    await ida.getByLabel('E-mail address').fill('ida.sorensen@harbourside.example')
    await ida.getByRole('button', { name: 'Send me a link' }).click()
    expect(await ida.locator('main').innerText()).toContain('cannot send mail yet')

    const sam = await open({ javaScript: false })
    await signInAs(sam, 'Sam Whitlock')
    await expect
      .poll(async () => {
        await sam.goto('/settings/mail')
        return sam.getByRole('link', { name: /Your link to sign in/ }).count()
      })
      .toBe(1)
    await sam.getByRole('link', { name: /Your link to sign in/ }).click()
    const link = await sam.locator('code').first().innerText()

    await ida.goto(link)
    await ida.getByRole('button', { name: 'Sign in', exact: true }).click()
    await ida.goto('/me')
    expect(await ida.getByLabel('Name').inputValue()).toBe('Ida Sorensen')
  })

  it('Sam invites Lena, who joins and changes her mind about the language', async () => {
    const sam = await open({ javaScript: false })
    await signInAs(sam, 'Sam Whitlock')
    await sam.goto('/settings/invitations')
    await sam.getByLabel('Name').fill('Lena Ortiz')
    await sam.getByLabel('E-mail address').fill('lena.ortiz@harbourside.example')
    await sam.getByLabel('staff', { exact: true }).check()
    await sam.getByRole('button', { name: 'Send the invitation' }).click()
    const link = await sam.locator('code').first().innerText()

    const lena = await open({ javaScript: false, sight: PHONE })
    await lena.goto(link)
    await lena.getByLabel('Password').fill('short')
    await lena.getByRole('button', { name: 'Join' }).click()
    expect(await lena.locator('#error-summary').innerText()).toContain('Use 12 characters or more')
    await lena.getByLabel('Password').fill('seven lanterns glow')
    await lena.getByRole('button', { name: 'Join' }).click()
    await lena.waitForURL((url) => url.pathname === '/')
    await lena.getByRole('button', { name: 'Español' }).click()
    await lena.goto('/me')
    expect(await lena.locator('h1').innerText()).toBe('Mi cuenta')
  })
})

describe('A new house', () => {
  it('is set up by whoever can read its terminal', async () => {
    const empty = await startSalve({ SALVE_LOG_LEVEL: 'warn' }, { demo: false })
    try {
      const context = await openContext(browser, { origin: empty.origin, javaScript: false })
      const page = await context.newPage()
      await page.goto('/watch')
      expect(path(page)).toBe('/set-up')
      await expect.poll(() => empty.output()).toMatch(/[a-z2-9]{4}(-[a-z2-9]{4}){3}/)
      const code = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/.exec(empty.output())?.[0] ?? ''
      await page.getByLabel('Set-up code').fill(code)
      await page.getByLabel('Name of the organisation').fill('St Brendan’s')
      await page.getByLabel('Country').selectOption('ES')
      await page.getByLabel('Time zone').selectOption('Europe/Madrid')
      await page.getByLabel('Name', { exact: true }).fill('Sam Whitlock')
      await page.getByLabel('E-mail address').fill('sam@stbrendans.example')
      await page.getByLabel('Password').fill('three gulls and a kite')
      await page.getByRole('button', { name: 'Open the house' }).click()
      expect(path(page)).toBe('/settings')
      expect(await page.locator('header').innerText()).toContain('St Brendan’s')
      await context.close()
    } finally {
      await empty.stop()
    }
  })
})

describe('The pages of accounts', () => {
  const forStrangers = ['/sign-in', '/sign-in/link', '/sign-in/link/sent']
  const forSam = [
    '/me',
    '/me/email',
    '/me/password',
    '/me/passkeys',
    '/me/sessions',
    '/me/consents',
    '/me/data',
    '/settings',
    '/settings/organisation',
    '/settings/people',
    '/settings/invitations',
    '/settings/mail',
    '/settings/data',
    '/settings/audit',
  ]

  it.each([
    ['on a desk, light', DESK],
    ['on a phone, dark', { ...PHONE, theme: 'dark' as const }],
  ])('break no rule of axe and do not scroll sideways: %s', async (_name, sight) => {
    const page = await open({ sight })
    const problems: string[] = []
    const look = async (at: string) => {
      await page.goto(at)
      problems.push(...(await axeProblems(page)).map((problem) => `${at}: ${problem}`))
      if ((await sidewaysScroll(page)) > 0) problems.push(`${at} scrolls sideways`)
    }
    for (const at of forStrangers) await look(at)
    await signInAs(page, 'Sam Whitlock')
    for (const at of forSam) await look(at)
    await page.goto('/settings/people')
    await page.getByRole('link', { name: 'Jonas Brandt' }).click()
    await look(path(page))
    await page.goto('/me')
    await page.getByLabel('Name').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('#error-summary').count()).toBe(1)
    problems.push(...(await axeProblems(page)).map((problem) => `422: ${problem}`))
    expect(problems).toEqual([])
  })
})
