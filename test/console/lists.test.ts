import { beforeAll, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

inChromium('a list of the console', (scene) => {
  let asha: Visitor
  beforeAll(async () => {
    asha = await scene.visitor()
    await asha.signIn('asha.patel')
  })

  const main = () => asha.page.locator('main').innerText()

  test('that is empty says so, and offers what makes the first', async () => {
    await asha.go('/webhooks')
    expect(await main()).toContain('There are no webhooks here yet.')
    expect(await main()).not.toContain('match')
    await asha.page.locator('.nothing').getByRole('link', { name: 'Register a webhook' }).click()
    await asha.arrive('Register a webhook')
  })

  test('offers it to nobody who may not give it', async () => {
    const helen = await scene.visitor()
    await helen.signIn('helen.shaw', '/dispensations')
    await helen.settle()
    await helen.page.getByText('There are no dispensations here yet.').waitFor()
    expect(await helen.page.getByRole('link', { name: 'Ask for a dispensation' }).count()).toBe(0)
    expect(await helen.faults()).toEqual([])
    await helen.close()
  })

  test('that its filters leave empty says so, and offers to clear them', async () => {
    const { page } = asha
    await asha.go('/rollouts')
    const all = await page.getByRole('status').filter({ hasText: /rollouts$/ }).innerText()
    await page.getByLabel('Region, by code').fill('ZZZ')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('No rollouts match these filters.').waitFor()
    await page.getByRole('button', { name: 'Clear the filters' }).click()
    await page.getByText(all, { exact: true }).waitFor()
    expect(await page.getByLabel('Region, by code').inputValue()).toBe('')
    expect(await main()).not.toContain('match')
  })

  const narrowedBy = (filter: object) => `filter=${encodeURIComponent(JSON.stringify(filter))}`

  test('names what its address narrows it by though no box does, and takes it away', async () => {
    const { page } = asha
    await asha.go(`/breaches?${narrowedBy({ programme: 'NONE' })}`)
    const chip = page.getByRole('button', { name: 'Programme: NONE – remove' })
    await page.getByText('No breaches match these filters.').waitFor()
    expect(await chip.count()).toBe(1)
    await page.getByLabel('Region, by code').fill('Q31')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('button', { name: 'Region, by code: Q31 – remove' }).click()
    await page.getByRole('button', { name: 'Region, by code: Q31 – remove' }).waitFor({
      state: 'detached',
    })
    expect(await chip.count()).toBe(1)
    expect(await asha.faults()).toEqual([])
    await chip.click()
    await page.getByText('There are no breaches here yet.').waitFor()
    expect(await chip.count()).toBe(0)
  })

  test('shows nothing for a narrowing that nobody knows, until it is taken away', async () => {
    const { page } = asha
    await asha.go(`/rollouts?${narrowedBy({ someWave: { of: 1 } })}`)
    await page.getByRole('main').getByRole('alert').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.getByRole('button', { name: 'Some wave: {"of":1} – remove' }).click()
    await page.getByRole('table').waitFor()
  })

  test('takes days as everywhere else, by keyboard, and reads them in London', async () => {
    const { page } = asha
    await page.setViewportSize({ width: 320, height: 900 })
    await asha.go('/ledger')
    await page.getByLabel('Since').fill('22/4/2010')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Since: 22 April 2010 – remove' }).waitFor()
    expect(await page.getByLabel('Since').inputValue()).toBe('22 April 2010')
    const { since } = JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '{}')
    expect(since).toBe('2010-04-21T23:00:00.000Z')
    expect(await asha.scrollsSideways()).toBe(false)
    expect(await asha.faults()).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('of the ledger begins at the number of an entry, by keyboard', async () => {
    const { page } = asha
    const numbers = () => page.getByRole('rowheader').allInnerTexts()
    await asha.go('/ledger')
    await page.getByLabel('Up to entry number').fill('1,2')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Up to entry number: 12 – remove' }).waitFor()
    await page.getByText('12 entries', { exact: true }).waitFor()
    expect((await numbers())[0]).toBe('#12')
    await page.getByLabel('Up to entry number').fill('twelve')
    await page.keyboard.press('Enter')
    await page.getByText('Write a whole number, such as 120.').waitFor()
    await page.getByLabel('Up to entry number').fill('')
    await page.getByLabel('From entry number').fill('#11')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'From entry number: 11 – remove' }).waitFor()
    await page.getByRole('button', { name: /^Entry/ }).press('Enter')
    await page.getByRole('rowheader', { name: '#11', exact: true }).waitFor()
    expect((await numbers())[0]).toBe('#11')
    expect(await asha.faults()).toEqual([])
  })

  test.each([
    ['2010-02-30', 'The calendar has no 2010-02-30.'],
    ['tomorrow', '“tomorrow” cannot be read.'],
    ['2010-02-28 at 3pm', 'A day is enough here, without “at 3pm”.'],
  ])('says what is wrong with %s, and asks for nothing', async (text, wrong) => {
    const { page } = asha
    await asha.go('/assurances')
    const box = page.getByLabel('Given from')
    await box.fill(text)
    await page.keyboard.press('Enter')
    await page.getByText(`${wrong} Write a day such as`).waitFor()
    expect(await box.evaluate((each) => each === document.activeElement)).toBe(true)
    expect(new URL(page.url()).searchParams.get('filter')).toBeNull()
    expect(await asha.faults()).toEqual([])
    await box.fill('28 February 2010')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Given from: 28 February 2010 – remove' }).waitFor()
    expect(await page.getByText(wrong).count()).toBe(0)
  })

  test('complained of nothing to the browser', () => {
    expect(asha.complaints).toEqual([])
  })
})
