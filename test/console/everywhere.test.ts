import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openChromium } from './chromium.js'
import { inChromium } from './in-chromium.js'
import { openSite, type Site } from './site.js'
import { Visitor } from './visitor.js'

const NARROW = { width: 320, height: 900 }
const WIDE = { width: 1280, height: 900 }
const MINUTES = 60_000

/** Where the menu leads to, and from each list to its first thing. */
const pagesOf = async (visitor: Visitor): Promise<string[]> => {
  const hrefsIn = (selector: string): Promise<string[]> =>
    visitor.page.locator(selector).evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? '').filter((href) => href !== ''))
  const pages: string[] = []
  for (const list of await hrefsIn('nav[aria-label="Main"] a')) {
    await visitor.go(list)
    // Whether a number leads anywhere is known once it is known who looks.
    await visitor.page.waitForLoadState('networkidle')
    pages.push(list, ...(await hrefsIn('tbody tr:first-child th a')).slice(0, 1))
  }
  return [...new Set(pages)]
}

const LOOKS = {
  'in the light': ['light', WIDE],
  'in the dark': ['dark', WIDE],
  'at 320 px': ['light', NARROW],
} as const
type Look = keyof typeof LOOKS

/** What is wrong with the page that is open, in each of some looks. */
const wrongWith = async (visitor: Visitor, looks: readonly Look[]): Promise<string[]> => {
  const { page } = visitor
  const wrong: string[] = []
  for (const look of looks) {
    const [colorScheme, size] = LOOKS[look]
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    const faults = await visitor.faults()
    if (await visitor.scrollsSideways()) faults.push('it scrolls sideways')
    wrong.push(...faults.map((fault) => `${new URL(page.url()).pathname} ${look}: ${fault}`))
  }
  return wrong
}

const ALL_LOOKS: readonly Look[] = ['in the light', 'in the dark', 'at 320 px']
const ONE_LOOK: readonly Look[] = ['in the light']

inChromium('every page that the menu leads to, and the first of each list', () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openChromium(), openSite()])
  }, MINUTES)
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test.each([
    ['an administrator', 'asha.patel', 25, ALL_LOOKS],
    ['a practice manager', 'farid.khan', 15, ONE_LOOK],
  ])('has for %s a title of its own, and nothing amiss', async (_, account, least, looks) => {
    const visitor = await Visitor.open(browser, site.address)
    await visitor.signIn(account)
    const pages = await pagesOf(visitor)
    const titles: string[] = []
    const wrong: string[] = []
    for (const path of pages) {
      await visitor.go(path)
      titles.push(await visitor.page.title())
      wrong.push(...(await wrongWith(visitor, looks)))
    }
    expect(wrong).toEqual([])
    expect(new Set(titles).size).toBe(pages.length)
    expect(pages.length).toBeGreaterThanOrEqual(least)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  }, 10 * MINUTES)
})
