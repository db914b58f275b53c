import { beforeAll, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

inChromium('an administrator of the department', (scene) => {
  let asha: Visitor
  beforeAll(async () => {
    asha = await scene.visitor()
    await asha.signIn('asha.patel', '/rollouts')
  })

  test('comes back from the sign-in to the page that was wanted', async () => {
    await asha.settle()
    expect(await asha.heading()).toBe('Rollouts')
    expect(await asha.page.title()).toBe('Rollouts – Holdfast')
    expect(await asha.faults()).toEqual([])
  })

  test('previews a reclassification, and sends it for sign-off', async () => {
    const { page } = asha
    await page.getByRole('link', { name: 'R-13' }).click()
    await page.getByRole('link', { name: 'Reclassify', exact: true }).click()
    await page.getByLabel('Classification').click()
    await page.getByRole('option', { name: 'Early adopter' }).click()
    await page.getByLabel('Reason').fill('Asked for by the trust')
    expect(await page.getByRole('button', { name: 'Send for sign-off' }).count()).toBe(0)
    await page.getByRole('button', { name: 'See the effect' }).click()
    await page.getByText('67 practices turn from refused to permitted').waitFor()
    expect(await asha.faults()).toEqual([])
    await page.getByRole('button', { name: 'Send for sign-off' }).click()
    const outcome = page.getByRole('alert')
    await outcome.waitFor()
    expect(await outcome.innerText()).toMatch(
      /Nothing has changed yet\. P-\d+ waits for a second administrator and BMA\/GPC/,
    )
    expect(await outcome.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await asha.faults()).toEqual([])
  })

  test('no page of theirs complained of anything, or asked anybody else', () => {
    expect(asha.complaints).toEqual([])
  })
})
