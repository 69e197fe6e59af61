// Takes the README's pictures from a fresh demo house: `node e2e/screenshots.ts [FOLDER]`, after `npm test` or a build.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openContext, type Sight } from './browser.ts'
import { signInAs, startSalve } from './salve.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screenshots')
const salve = process.env['SALVE_AT'] ? undefined : await startSalve()
const origin = process.env['SALVE_AT'] ?? salve?.origin ?? ''
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()

async function see(name: string, path: string, sights: Record<string, Sight>, cookies: Awaited<ReturnType<typeof cookiesOf>>): Promise<void> {
  for (const [view, sight] of Object.entries(sights)) {
    const context = await openContext(browser, { origin, sight })
    await context.addCookies(cookies)
    const page = await context.newPage()
    await page.goto(path)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(folder, `${name}-${view}.png`), fullPage: !path.endsWith('board') })
    await context.close()
  }
}

async function cookiesOf(person: string) {
  const context = await openContext(browser, { origin })
  const page = await context.newPage()
  await signInAs(page, person)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

async function startDrill(of: Browser, cookies: Awaited<ReturnType<typeof cookiesOf>>): Promise<{ page: Page; path: string }> {
  const context = await openContext(of, { origin })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto('/drills')
  await page.getByLabel(/ferry/i).first().check()
  await page.locator('select[name=speed]').selectOption('60')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}/)
  return { page, path: new URL(page.url()).pathname }
}

const both = (width: number, view: string): Record<string, Sight> => ({
  [`${view}-light`]: { width, theme: 'light' },
  [`${view}-dark`]: { width, theme: 'dark' },
})
const everywhere = { ...both(1280, 'desk'), ...both(390, 'phone') }

try {
  await see('home', '/', everywhere, [])
  await see('sign-in', '/sign-in', everywhere, [])
  const amal = await cookiesOf('Amal Haddad')
  await see('board-quiet', '/watch', everywhere, amal)
  await see('drills', '/drills', everywhere, amal)
  const { page, path } = await startDrill(browser, amal)
  await page.locator('.inc').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(7_000)
  await see('board', path, everywhere, amal)
  await see('pages', '/pages', everywhere, amal)
  await see('readiness', `${path}/readiness`, everywhere, amal)
  const answer = await pageLink(page)
  if (answer) await see('page', answer, everywhere, amal)
  const sam = await cookiesOf('Sam Whitlock')
  for (const name of ['settings', 'settings/people', 'settings/organisation', 'settings/audit', 'settings/mail', 'settings/data', 'settings/sources', 'me']) {
    await see(name.replace('/', '-'), `/${name}`, { ...both(1280, 'desk'), 'phone-light': { width: 390, theme: 'light' } }, sam)
  }
  await see('contact', '/me/contact', everywhere, amal)
  await see('rota', '/readiness/rota', everywhere, amal)
  await see('reachability', '/settings/reachability', everywhere, amal)
} finally {
  await browser.close()
  await salve?.stop()
}

async function pageLink(page: Page): Promise<string | undefined> {
  await page.goto('/pages')
  const link = page.locator('a[href^="/pages/"], a[href^="/p/"]').first()
  return (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? undefined) : undefined
}
