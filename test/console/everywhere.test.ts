import { expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

const NARROW = { width: 320, height: 900 }
const WIDE = { width: 1280, height: 900 }
const MINUTES = 60_000

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
    // The page hears of it as it is drawn, and has drawn itself anew by the frame after.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() =>
      requestAnimationFrame(drawn))))
    const faults = await visitor.faults()
    if (await visitor.scrollsSideways()) faults.push('it scrolls sideways')
    wrong.push(...faults.map((fault) => `${new URL(page.url()).pathname} ${look}: ${fault}`))
  }
  return wrong
}

const ALL_LOOKS: readonly Look[] = ['in the light', 'in the dark', 'at 320 px']
const ONE_LOOK: readonly Look[] = ['in the light']

const menuOf = ({ page }: Visitor): Locator => page.locator('nav[aria-label="Main"] a')

/** Goes wherever the menu leads, as people do, and from each list to its first thing. */
async function* pagesOf(visitor: Visitor): AsyncGenerator<string> {
  const { page } = visitor
  await visitor.settle()
  yield page.title()
  const [, ...lists] = await menuOf(visitor).all()
  for (const list of lists) {
    await visitor.follow(list)
    yield page.title()
    const first = page.locator('tbody tr:first-child th a').first()
    if ((await first.count()) === 0) continue
    await visitor.follow(first)
    yield page.title()
  }
}

inChromium('every page that the menu leads to, and the first of each list', (scene) => {

  test.each([
    ['an administrator', 'asha.patel', 29, ALL_LOOKS],
    ['a practice manager', 'farid.khan', 23, ONE_LOOK],
  ])('has for %s a title of its own, and nothing amiss', async (_, account, least, looks) => {
    const visitor = await scene.visitor()
    await visitor.signIn(account)
    const titles: string[] = []
    const wrong: string[] = []
    for await (const title of pagesOf(visitor)) {
      titles.push(title)
      wrong.push(...(await wrongWith(visitor, looks)))
    }
    expect(wrong).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.length).toBeGreaterThanOrEqual(least)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  }, 10 * MINUTES)
})
