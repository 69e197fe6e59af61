import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']

/** A real Chromium: the one on the PATH, else the one inside the npm package. */
export async function openBrowser(): Promise<Browser> {
  const installed = findOnPath()
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS })
  // Not with the package's own arguments: in one process, as they ask for, the browser dies with its first closed context.
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ARGUMENTS })
}

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path))
}

export interface Sight {
  width: number
  theme: 'light' | 'dark'
}

export const PHONE: Sight = { width: 390, theme: 'light' }
export const DESK: Sight = { width: 1280, theme: 'light' }

export interface ContextOptions {
  origin: string
  javaScript?: boolean
  sight?: Sight
  locale?: string
}

export function openContext(
  browser: Browser,
  { origin, javaScript = true, sight = DESK, locale = 'en-GB' }: ContextOptions,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: origin,
    javaScriptEnabled: javaScript,
    viewport: { width: sight.width, height: sight.width < 500 ? 844 : 900 },
    colorScheme: sight.theme,
    locale,
    reducedMotion: 'reduce',
  })
}

/** What axe finds wrong with the page as it is now: rules and where. Needs JavaScript in the page. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Pixels by which the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
