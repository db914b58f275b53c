import { beforeAll, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

const PRESSES_MAX = 80

/** What has the focus, as it is told to those who do not see it: 'button "See the effect"'. */
const focused = async ({ page }: Visitor): Promise<string> => {
  const element = page.locator(':focus')
  // Between the last of a page and the first, the browser's own things have it.
  return (await element.count()) === 0 ? '' : element.ariaSnapshot()
}

/** Presses a key until something of that name has the focus, as people do. */
const tabTo = async (visitor: Visitor, name: RegExp, key = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
    await visitor.page.keyboard.press(key)
    if (name.test(await focused(visitor))) return
  }
  throw new Error(`Nothing called ${name.source} was reached by Tab.`)
}

inChromium('with a keyboard alone', (scene) => {
  let asha: Visitor
  beforeAll(async () => {
    asha = await scene.visitor()
  })

  test('somebody signs in', async () => {
    await asha.page.goto(`${scene.site.address}/rollouts/R-12`)
    await asha.page.getByRole('button', { name: 'Demonstration accounts' }).waitFor()
    await tabTo(asha, /button "Demonstration accounts"/)
    await asha.page.keyboard.press('Enter')
    await asha.page.getByRole('radio').first().waitFor()
    await asha.page.keyboard.press('Tab')
    await asha.page.keyboard.press('Space')
    await tabTo(asha, /button "Sign in/i)
    await asha.page.keyboard.press('Enter')
    await asha.page.getByRole('heading', { level: 1, name: /^R-12/ }).waitFor()
  })

  test('skips the menu', async () => {
    await asha.go('/rollouts')
    await tabTo(asha, /link "Skip to the page"/, 'Shift+Tab')
    await asha.page.keyboard.press('Enter')
    const isInMain = () => document.activeElement?.id === 'main'
    expect(await asha.page.evaluate(isInMain)).toBe(true)
  })

  test('gives a command up to its outcome, with the focus where it belongs', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-12')
    await tabTo(asha, /link "Reclassify"/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Reclassify a rollout' }).waitFor()
    expect(await focused(asha)).toMatch(/heading "Reclassify a rollout"/)
    await tabTo(asha, /combobox "Classification/)
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Early adopter' }).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await tabTo(asha, /textbox "Reason/)
    await page.keyboard.type('By keyboard')
    await tabTo(asha, /button "See the effect"/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '2 The effect' }).waitFor()
    expect(await focused(asha)).toMatch(/The effect/)
    await tabTo(asha, /button "Send for sign-off"/)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Waiting for signatures.').waitFor()
    expect(await focused(asha)).toMatch(/P-\d+ waits for a second administrator/)
  })

  test('is taken to what is wrong, and from there to its field', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-1/reclassify')
    await tabTo(asha, /textbox "Reason/)
    await page.keyboard.type('It is what it is')
    await tabTo(asha, /button "See the effect"/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await focused(asha)).toMatch(/There is a problem/)
  })
})
