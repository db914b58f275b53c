import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openChromium } from './chromium.js'
import { inChromium } from './in-chromium.js'
import { openSite, type Site } from './site.js'
import { Visitor } from './visitor.js'

inChromium('a form of the console', () => {
  let browser: Browser
  let site: Site
  let asha: Visitor
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openChromium(), openSite()])
    asha = await Visitor.open(browser, site.address)
    await asha.signIn('asha.patel')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const see = () => asha.page.getByRole('button', { name: 'See the effect' }).click()
  const giveReason = () =>
    asha.page.getByRole('textbox', { name: 'Reason', exact: true }).fill('To see')
  /** What stands below a box, for those who do not see that it is below. */
  const saidAt = (label: string) =>
    asha.page.getByLabel(label).evaluate((box) =>
      document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? '')
  const problems = async () => {
    await asha.page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    return asha.page.getByRole('alert').getByRole('link').allInnerTexts()
  }

  test('takes 0 for a number, and nothing for none', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-1/fund')
    const pounds = page.getByLabel('Pounds')
    expect(await pounds.inputValue()).toBe('')
    await page.getByRole('combobox', { name: 'Who pays' }).fill('DH')
    await page.getByRole('option', { name: /\(DH\)/ }).click()
    await page.getByLabel('To be used by').fill('1 March 2011')
    await giveReason()
    await see()
    await page.locator('[aria-invalid="true"]').waitFor()
    expect(await saidAt('Pounds')).toBe('Fill this in')
    await pounds.fill('0')
    await see()
    expect(await problems()).toEqual(['Pounds must be more than 0'])
    expect(await saidAt('Pounds')).toBe('Pounds must be more than 0')
    await pounds.fill('0.01')
    await see()
    await page.getByRole('button', { name: 'Record it now' }).click()
    await page.getByText('The funding is recorded.').waitFor()
    await asha.go('/rollouts/R-1/fund')
    expect(await pounds.inputValue()).toBe('0.01')
  })

  test('says in the words of the API whether 0 is allowed', async () => {
    const { page } = asha
    await asha.go('/webhooks/act/register')
    await page.getByLabel('Address').fill('http://127.0.0.1:9/told')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Register it now' }).click()
    await page.getByRole('link', { name: 'I have kept it: go to the webhook' }).click()
    await page.getByRole('link', { name: 'Send a range again' }).click()
    await asha.arrive('Send a range of the ledger again')
    await page.getByLabel('First entry').fill('0')
    await page.getByLabel('Last entry').fill('0')
    await page.getByRole('button', { name: 'Send it again now' }).click()
    expect(await problems()).toEqual(['The first entry has to be 1 or later.'])
    expect(await saidAt('First entry')).toBe('The first entry has to be 1 or later.')
  })
})
