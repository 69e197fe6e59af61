import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeProblems, DESK, openBrowser, openContext, PHONE, sidewaysScroll, type Sight } from './browser.ts'
import { signInAs, startSalve, type RunningSalve } from './salve.ts'

let salve: RunningSalve
let browser: Browser

beforeAll(async () => {
  salve = await startSalve()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await salve?.stop()
})

const path = (page: Page) => new URL(page.url()).pathname

/** Amal, from the sign-in page to a drill that plays. */
async function startFerryDrill(page: Page, speed: string): Promise<string> {
  await signInAs(page, 'Amal Haddad')
  await page.goto('/drills')
  await page.getByLabel(/^Ferry terminal/).check()
  await page.getByLabel('Speed').selectOption(speed)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}$/)
  return path(page)
}

/** Without scripts a board is a page that one loads again. */
async function reloadUntil(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await holds()) return
    await page.waitForTimeout(500)
    await page.reload()
  }
  throw new Error(`${page.url()} never showed what was waited for`)
}

async function expectDrillBand(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.sv-drill').innerText()).toContain('DRILL')
}

async function tellTheLog(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
}

/** From the page that wakes to the end of stand-down: the whole main job, by the buttons that anybody sees. */
async function bringTheHospitalThrough(page: Page, board: string): Promise<void> {
  await page.goto('/pages')
  await page.getByRole('link', { name: 'Answer' }).first().click()
  await expectDrillBand(page)
  expect(await page.locator('h1').innerText()).toMatch(/Explosion reported, Ferry terminal/)
  await page.locator('input[name=minutes][value="10"]').check()
  await page.getByRole('button', { name: /I’m coming/ }).click()
  expect(await page.locator('main').innerText()).toContain('You are coming')

  await page.goto(board)
  await page.getByRole('button', { name: /Hold new elective starts/ }).click()
  await page.waitForURL((url) => url.pathname.startsWith(board))
  expect(await page.locator('.wb-act').innerText()).toContain('New elective starts are held')

  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.waitForURL((url) => url.pathname.startsWith(board))
  expect(await page.locator('.wb-head').innerText()).toContain('Confirmed')

  await page.goto(`${board}/readiness`)
  await expectDrillBand(page)
  await reloadUntil(page, async () => (await page.locator('.rd-roles').count()) > 0)
  await page.getByRole('checkbox', { name: /Take the role and tell all leads/ }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/readiness'))
  expect(await page.locator('.rd-roles').innerText()).toMatch(/by Amal Haddad, target/)

  await page.getByLabel('Add to the log').fill('Ambulance control says <b>two</b> boats & one bus')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/readiness'))

  await page.getByRole('button', { name: 'Stand down' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/readiness'))
  expect(await page.locator('h1').innerText()).toContain('Stand-down')

  await page.getByRole('link', { name: 'Whole log, to print' }).click()
  await page.waitForURL(/\/readiness\/log/)
  const log = await tellTheLog(page)
  for (const said of [
    'Explosion',
    'Amal Haddad',
    'Ambulance control says <b>two</b> boats & one bus',
    'seal checked',
  ]) {
    expect(log).toContain(said)
  }
}

describe('Amal and the ferry drill', () => {
  it('brings the hospital through it in a browser, live', async () => {
    const context = await openContext(browser, { origin: salve.origin })
    const page = await context.newPage()
    const board = await startFerryDrill(page, '60')
    await expectDrillBand(page)
    // Nobody loads the page again: the incident arrives by itself.
    await page.getByRole('heading', { level: 1, name: /Explosion, Ferry terminal/ }).waitFor({ timeout: 60_000 })
    await page.locator('.wb-head').getByText('Probable').waitFor({ timeout: 60_000 })
    await bringTheHospitalThrough(page, board)
    await context.close()
  })

  it('brings the hospital through it without JavaScript', async () => {
    const context = await openContext(browser, { origin: salve.origin, javaScript: false, sight: PHONE })
    const page = await context.newPage()
    const board = await startFerryDrill(page, 'max')
    await reloadUntil(page, async () => /Probable/.test(await page.locator('.wb-head').innerText()))
    await bringTheHospitalThrough(page, board)
    await context.close()
  })

  it('leaves the real board alone', async () => {
    const context = await openContext(browser, { origin: salve.origin })
    const page = await context.newPage()
    await signInAs(page, 'Amal Haddad')
    await page.goto('/watch')
    expect(await page.locator('body').innerText()).not.toMatch(/Explosion/)
    await page.goto('/readiness')
    expect(await page.locator('h1').innerText()).toContain('Normal')
    await context.close()
  })

  it('loses nothing that Amal typed when her session has run out meanwhile', async () => {
    const context = await openContext(browser, { origin: salve.origin })
    const page = await context.newPage()
    await signInAs(page, 'Amal Haddad')
    await page.goto('/readiness')
    await page.getByLabel('Add to the log').fill('Blood bank asks for a second courier')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe('Sign in first')
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: /Amal Haddad/ }).click()
    await page.waitForURL((url) => url.pathname === '/readiness')
    expect(await page.getByLabel('Add to the log').inputValue()).toBe('Blood bank asks for a second courier')
    await context.close()
  })

  it('can be steered with the keyboard alone', async () => {
    const context = await openContext(browser, { origin: salve.origin })
    const page = await context.newPage()
    await signInAs(page, 'Amal Haddad')
    await page.goto('/readiness')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab')
      if (/Hold new elective starts/.test((await page.evaluate(() => document.activeElement?.textContent)) ?? '')) break
    }
    await page.keyboard.press('Enter')
    await page.getByText('New elective starts are held').first().waitFor()
    await page
      .getByRole('button', { name: /Release now/ })
      .first()
      .focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /Hold new elective starts/ }).waitFor()
    await context.close()
  })
})

const PUBLIC = ['/', '/sign-in', '/sign-in/link', '/accessibility', '/nothing-here']
const STAFF = [
  '/watch',
  '/drills',
  '/readiness',
  '/readiness/rota',
  '/readiness/log',
  '/pages',
  '/me',
  '/me/contact',
  '/settings/reachability',
]
const ADMINISTRATOR = [
  '/settings',
  '/settings/organisation',
  '/settings/people',
  '/settings/invitations',
  '/settings/audit',
  '/settings/mail',
  '/settings/data',
  '/settings/sources',
  '/settings/watch',
]
const SIGHTS: Sight[] = [PHONE, DESK, { ...PHONE, theme: 'dark' }, { ...DESK, theme: 'dark' }]

describe('Every page', () => {
  /** Loads each page once and looks at it in every sight. */
  async function look(
    person: string | null,
    locale: string,
    paths: (page: Page) => Promise<string[]>,
  ): Promise<string[]> {
    const context = await openContext(browser, { origin: salve.origin, locale })
    const page = await context.newPage()
    if (person) await signInAs(page, person)
    const problems: string[] = []
    for (const address of await paths(page)) {
      await page.goto(address)
      if ((await page.locator('main').count()) !== 1) problems.push(`${address} has not exactly one main`)
      if ((await page.locator('h1').count()) !== 1) problems.push(`${address} has not exactly one h1`)
      for (const { width, theme } of SIGHTS) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        const where = `${address} (${width} px, ${theme})`
        const sideways = await sidewaysScroll(page)
        if (sideways > 0) problems.push(`${where} is ${sideways} px too wide`)
        problems.push(...(await axeProblems(page)).map((problem) => `${where} ${problem}`))
      }
    }
    await context.close()
    return problems
  }

  it('pleases axe and fits, for a stranger', async () => {
    expect(await look(null, 'en-GB', async () => PUBLIC)).toEqual([])
  })

  it('pleases axe and fits, for Amal and her drill', async () => {
    const problems = await look('Amal Haddad', 'en-GB', async (page) => {
      await page.goto('/drills')
      const past = page.locator('a[href^="/drills/"]').first()
      const drill = ((await past.getAttribute('href')) ?? '').split('/').slice(0, 3).join('/')
      await page.goto(drill)
      const incident = await page.locator(`a[href^="${drill}/incidents/"]`).first().getAttribute('href')
      return [...STAFF, drill, `${incident}/why`, `${drill}/readiness`, `${drill}/report`, `${drill}/readiness/log`]
    })
    expect(problems).toEqual([])
  })

  it('pleases axe and fits, for Sam in Spanish', async () => {
    expect(await look('Sam Whitlock', 'es-ES', async () => ADMINISTRATOR)).toEqual([])
  })

  it('lets Sam set how many false pages the hospital bears, without scripts, and Amal reads it on the board', async () => {
    const context = await openContext(browser, { origin: salve.origin, javaScript: false })
    const page = await context.newPage()
    await signInAs(page, 'Sam Whitlock')
    await page.goto('/settings')
    await page.getByRole('link', { name: 'How easily Salve pages' }).click()
    await page.getByLabel('90 days').check()
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByLabel('90 days').isChecked()).toBe(true)
    expect(await page.locator('main').innerText()).toContain('Set by Sam Whitlock')
    await context.clearCookies()
    await signInAs(page, 'Amal Haddad')
    await page.goto('/watch')
    expect(await page.locator('.wb-list').innerText()).toContain('At most one false page in 90 days')
    await context.close()
  })

  it('asks nobody else for anything', async () => {
    const context = await openContext(browser, { origin: salve.origin })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await signInAs(page, 'Amal Haddad')
    for (const address of ['/', '/watch', '/readiness', '/drills', '/pages']) await page.goto(address)
    expect(asked.filter((url) => !url.startsWith(salve.origin))).toEqual([])
    await context.close()
  })
})
