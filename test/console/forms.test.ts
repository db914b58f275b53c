import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

inChromium('a form of the console', (scene) => {
  let asha: Visitor
  // What one has typed is kept for her alone.
  beforeEach(async () => {
    asha = await scene.visitor()
    await asha.signIn('asha.patel')
  })
  afterEach(() => asha.close())

  const see = () => asha.page.getByRole('button', { name: 'See the effect' }).click()
  const giveReason = () =>
    asha.page.getByRole('textbox', { name: 'Reason', exact: true }).fill('To see')
  /** What stands below a box, for those who do not see that it is below. */
  const saidAt = (label: string) =>
    asha.page.getByLabel(label).evaluate((box) =>
      document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? '')
  const isFocused = (box: Element) => box === document.activeElement
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
  /** The form of a suspension with a second clause, of these practices, folded away again. */
  const fillSecondClause = async (practices: string) => {
    const { page } = asha
    await asha.go('/suspensions/act/impose')
    await page.getByRole('button', { name: 'Add another clause' }).click()
    const second = page.getByRole('group', { name: 'Clause 2' })
    const fold = second.getByText('More: waves, practices, suppliers')
    await fold.click()
    await second.getByLabel('Only these practices').fill(practices)
    await fold.click()
    await giveReason()
    return second
  }

  test('puts what is wrong with a clause or a condition at its field', async () => {
    const { page } = asha
    const second = await fillSecondClause('P82001 P82001')
    await page.getByText(/^More: from when/).click()
    await page.getByRole('button', { name: 'Add a condition' }).click()
    const condition = page.getByRole('group', { name: 'Condition 1' })
    await condition.getByLabel('What must be so').click()
    await page.getByRole('option', { name: 'Patients have had notice' }).click()
    await condition.getByLabel('Days since the last mailing').fill('0')
    await see()
    const days = 'Days since the last mailing must be at least 1'
    expect(await problems()).toEqual([
      'Clause 2: Only these practices must name nothing twice', `Condition 1: ${days}`,
    ])
    expect(await saidAt('Days since the last mailing')).toBe(days)
    const alert = page.getByRole('alert')
    await alert.getByRole('link', { name: /^Clause 2/ }).click()
    expect(await second.getByLabel('Only these practices').evaluate(isFocused)).toBe(true)
    await alert.getByRole('link', { name: /^Condition 1/ }).click()
    expect(await page.getByLabel('Days since the last mailing').evaluate(isFocused)).toBe(true)
    expect(await asha.faults()).toEqual([])
  })

  test('leads to a practice that nobody knows, in a clause that is folded away', async () => {
    const second = await fillSecondClause('P99999')
    await see()
    expect(await problems()).toEqual(['Clause 2: There is no practice P99999.'])
    const practices = second.getByLabel('Only these practices')
    await practices.waitFor()
    expect(await practices.getAttribute('aria-invalid')).toBe('true')
    await second.getByText('More: waves, practices, suppliers').click()
    await asha.page.getByRole('alert').getByRole('link').click()
    expect(await practices.evaluate(isFocused)).toBe(true)
    await practices.fill('')
    await see()
    await asha.page.getByRole('heading', { name: '2 The effect' }).waitFor()
  })
  test.each([
    ['/rollouts/R-1/reclassify?at=2010-04-20T09:00:00.000Z', 'Reclassify a rollout'],
    ['/suspensions/act/impose?knownAt=2010-04-20T09:00:00.000Z', 'Impose a suspension'],
    ['/rollouts/act/reclassify-many?at=2010-04-20T09:00:00.000Z',
      'Reclassify the rollouts of a region'],
  ])('is not there while another moment is looked at: %s', async (address, title) => {
    const { page } = asha
    await asha.go(address)
    await page.getByText('A change is made now, and not at the moment you look at.').waitFor()
    expect(await asha.heading()).toBe(title)
    expect(await page.locator('main').locator('form, input, textarea').count()).toBe(0)
    expect(await asha.faults()).toEqual([])
    await page.getByRole('button', { name: 'Open this form as things are now' }).press('Enter')
    await page.locator('main form').waitFor()
    expect(await asha.heading()).toBe(title)
    expect(await page.locator('h1').evaluate(isFocused)).toBe(true)
    expect(new URL(page.url()).search).toBe('')
    expect(await page.getByText('Nothing can be changed from here.').count()).toBe(0)
  })
  test('says of a reason that would read otherwise than it is written what is wrong', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-1/end')
    await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('Not \u202edednuf')
    await see()
    expect(await problems()).toEqual([expect.stringMatching(/^Reason must be without U\+202E, /)])
    expect(await saidAt('Reason')).toMatch(/^Reason must be without U\+202E, /)
  })
  test('nor any page shows what was kept before otherwise than it was written', async () => {
    const { page } = asha
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      const body = (await response.text())
        .replace(/"reason":"[^"]*"/g, '"reason":"Not \u202edednuf"')
      return route.fulfill({ response, body })
    })
    await asha.go('/ledger/1')
    await page.getByText('Not [U+202E]dednuf', { exact: true }).waitFor()
    await asha.go('/ledger')
    await page.getByRole('cell', { name: 'Not [U+202E]dednuf' }).first().waitFor()
    expect(await page.locator('body').innerText()).not.toContain('\u202e')
  })
})
