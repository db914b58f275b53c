import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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
  const hrefsIn = async (selector: string): Promise<string[]> => {
    const links = await visitor.page.locator(selector).all()
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
    return hrefs.filter((href) => href !== null)
  }
  const pages: string[] = []
  for (const list of await hrefsIn('nav[aria-label="Main"] a')) {
    await visitor.go(list)
    pages.push(list, ...(await hrefsIn('tbody tr:first-child th a')).slice(0, 1))
  }
  return [...new Set(pages)]
}

/** What is wrong with a page as it is shown: wide and narrow, in the light and in the dark. */
const wrongWith = async (visitor: Visitor, path: string): Promise<string[]> => {
  const { page } = visitor
  const said = (how: string) => (fault: string) => `${path} ${how}: ${fault}`
  const wrong: string[] = []
  for (const [scheme, size] of [['light', WIDE], ['dark', WIDE], ['light', NARROW]] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize(size)
    await visitor.settle()
    const how = `${scheme}, ${size.width} px`
    wrong.push(...(await visitor.faults()).map(said(how)))
    if (await visitor.scrollsSideways()) wrong.push(said(how)('it scrolls sideways'))
  }
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
  return wrong
}

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

  describe.each([
    ['asha.patel', 'an administrator'],
    ['carol.hughes', 'a liaison officer'],
    ['david.lee', 'a regional lead'],
    ['farid.khan', 'a practice manager'],
    ['helen.shaw', 'an auditor'],
  ])('%s, %s', (account) => {
    test(
      'finds each with a title of its own, for everyone to read, and nothing amiss',
      async () => {
        const visitor = await Visitor.open(browser, site.address)
        await visitor.signIn(account)
        const pages = await pagesOf(visitor)
        expect(pages.length).toBeGreaterThan(5)
        const titles = new Set<string>()
        const wrong: string[] = []
        for (const path of pages) {
          await visitor.go(path)
          titles.add(await visitor.page.title())
          wrong.push(...(await wrongWith(visitor, path)))
        }
        expect(wrong).toEqual([])
        expect(titles.size).toBe(pages.length)
        expect(visitor.complaints).toEqual([])
        await visitor.close()
      },
      5 * MINUTES,
    )
  })
})
