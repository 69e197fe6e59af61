// Takes the README's pictures: `node e2e/screenshots.ts`, after `npm test` or a build. With a folder it takes every
// screen's, wide and narrow, light and dark. From a fresh demo house, or from the one at SALVE_AT.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser, openContext, type Sight } from './browser.ts'
import { signInAs, startSalve } from './salve.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screenshots')
const isForReadme = process.argv[2] === undefined
const README = ['board-desk-dark', 'page-phone-light', 'readiness-desk-light', 'home-desk-light']
const salve = process.env['SALVE_AT'] ? undefined : await startSalve()
const origin = process.env['SALVE_AT'] ?? salve?.origin ?? ''
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
interface View {
  name: string
  sight: Sight
  /** Only what the window shows, as tall as this. */
  windowHeight?: number
}

const PHONE_HEIGHT = 844
const everywhere: View[] = (['light', 'dark'] as const).flatMap((theme) => [
  { name: `desk-${theme}`, sight: { width: 1280, theme } },
  { name: `phone-${theme}`, sight: { width: 390, theme } },
])
/** As it stands on the wall, on a desk or in the hand, without what one would have to scroll to. */
const asSeen: View[] = (['light', 'dark'] as const).flatMap((theme) => [
  { name: `desk-${theme}`, sight: { width: 1440, theme }, windowHeight: 900 },
  { name: `phone-${theme}`, sight: { width: 390, theme }, windowHeight: PHONE_HEIGHT },
])

async function see(name: string, path: string, views: View[], cookies: Cookies): Promise<void> {
  for (const { name: view, sight, windowHeight } of views) {
    if (isForReadme && !README.includes(`${name}-${view}`)) continue
    const context = await openContext(browser, { origin, sight })
    await context.addCookies(cookies)
    const page = await context.newPage()
    if (windowHeight) await page.setViewportSize({ width: sight.width, height: windowHeight })
    // A real board and its dark ground follow no device: both themes are asked for by name.
    await context.addCookies([{ name: 'theme', value: sight.theme, url: origin }])
    await page.goto(path)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(folder, `${name}-${view}.png`), fullPage: !windowHeight })
    await context.close()
  }
}

async function enter(person: string): Promise<{ page: Page; cookies: Cookies }> {
  const context = await openContext(browser, { origin })
  const page = await context.newPage()
  await signInAs(page, person)
  return { page, cookies: await context.cookies() }
}

/** Starts the ferry drill and waits until it is probable. */
async function startFerryDrill(page: Page, speed: string): Promise<string> {
  await page.goto('/drills')
  await page.getByLabel(/^Ferry terminal/).check()
  await page.getByLabel('Speed').selectOption(speed)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}$/)
  await page.locator('.wb-head').getByText('Probable').waitFor({ timeout: 120_000 })
  return new URL(page.url()).pathname
}

/** So that the pictures show one and the same moment. */
async function pauseWhenTold(page: Page, board: string, people: number): Promise<void> {
  await page.goto(board)
  await page.waitForFunction((least) => Number(document.querySelector('.wb-facts dd')?.textContent) >= least, people, {
    timeout: 120_000,
  })
  await press(page, 'Pause', board)
}

async function press(page: Page, button: string | RegExp, path: string): Promise<void> {
  await page
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .first()
    .click()
  await page.waitForURL((url) => url.pathname.startsWith(path))
  await page.waitForLoadState('load')
}

/** Confirmed, raised to standby, elective starts held, the team paged and half of it answering, steps ticked, a unit told. */
async function leadTheHospital(page: Page, board: string): Promise<void> {
  const readiness = `${board}/readiness`
  await page.goto(board)
  await press(page, /^Hold new elective starts/, board)
  await press(page, 'Confirm', board)
  await press(page, /^Page the trauma team/, board)
  await page.goto(readiness)
  await press(page, 'Go to Advisory', readiness)
  await press(page, 'Go to Standby', readiness)
  await page.locator('.rd-roles').waitFor({ timeout: 30_000 })
  for (const step of [0, 1, 2, 4, 5]) {
    await page.goto(readiness)
    await page.locator('button.step__tick').nth(step).click()
    await page.waitForLoadState('load')
  }
}

/** What a unit can take, as its charge nurse would say. */
async function tellUnit(page: Page, readiness: string, unit: string, free: number, total: number): Promise<void> {
  await page.goto(readiness)
  await page.getByText('Tell a unit’s status').click()
  await page.locator('#unit-unit').selectOption({ label: unit })
  await page.locator('#unit-free').fill(String(free))
  await page.locator('#unit-total').fill(String(total))
  await page.locator('#unit-tell').getByRole('button').click()
  await page.waitForLoadState('load')
}

async function answerOwnPage(person: string): Promise<void> {
  const { page } = await enter(person)
  await page.goto('/pages')
  const answer = page.getByRole('link', { name: 'Answer' }).first()
  if ((await answer.count()) === 0) return
  await answer.click()
  await page.locator('input[name=minutes]').first().check()
  await page.getByRole('button', { name: /I’m coming/ }).click()
  await page.context().close()
}

/** The newest page that waits for this person's answer. */
async function findPage(page: Page): Promise<string | undefined> {
  await page.goto('/pages')
  const link = page.getByRole('link', { name: 'Answer' }).first()
  return (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? undefined) : undefined
}

try {
  await see('home', '/', asSeen, [])
  await see('sign-in', '/sign-in', everywhere, [])
  const amal = await enter('Amal Haddad')
  await see('board-quiet', '/watch', asSeen, amal.cookies)

  const board = await startFerryDrill(amal.page, '20')
  await pauseWhenTold(amal.page, board, 8)
  await see('board', board, asSeen, amal.cookies)
  await see('board-whole', board, everywhere, amal.cookies)
  await amal.page.goto(board)
  const why = await amal.page.locator('.wb-why a').getAttribute('href')
  await see('why', why ?? board, everywhere, amal.cookies)
  const own = await findPage(amal.page)
  if (own) await see('page-duty', own, asSeen, amal.cookies)
  await see('pages', '/pages', everywhere, amal.cookies)

  await leadTheHospital(amal.page, board)
  // The page of the team can be taken back for ten seconds; only then is it sent.
  await amal.page.waitForTimeout(15_000)
  const osei = await enter('Dr Efua Osei')
  const wakes = await findPage(osei.page)
  if (wakes) await see('page', wakes, asSeen, osei.cookies)
  await answerOwnPage('Dr Efua Osei')
  await answerOwnPage('Jonas Brandt')
  const readiness = `${board}/readiness`
  await tellUnit(amal.page, readiness, 'Emergency bays free', 6, 22)
  await tellUnit(amal.page, readiness, 'Operating rooms free', 3, 8)
  await tellUnit(amal.page, readiness, 'Intensive care beds free', 2, 16)
  await see('readiness', readiness, asSeen, amal.cookies)
  await see('readiness-whole', readiness, everywhere, amal.cookies)
  await see('board-standby', board, asSeen, amal.cookies)
  await see('log', `${readiness}/log`, everywhere, amal.cookies)
  await amal.page.goto(board)
  await press(amal.page, 'End the drill', '/drills')
  await see('report', `${board}/report`, everywhere, amal.cookies)
  await see('drills', '/drills', everywhere, amal.cookies)
  await see('contact', '/me/contact', everywhere, amal.cookies)
  await see('rota', '/readiness/rota', everywhere, amal.cookies)
  await see('reachability', '/settings/reachability', everywhere, amal.cookies)

  const sam = await enter('Sam Whitlock')
  const settings = ['', '/people', '/organisation', '/invitations', '/audit', '/mail', '/data', '/sources', '/watch']
  for (const name of settings) {
    await see(`settings${name.replace('/', '-')}`, `/settings${name}`, everywhere, sam.cookies)
  }
  await see('me', '/me', everywhere, sam.cookies)
} finally {
  await browser.close()
  await salve?.stop()
}
