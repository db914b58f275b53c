import { beforeAll, expect, test } from '@jest/globals'
import { give } from '../world/story.js'
import { practiceManager } from '../world/world.js'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

const TODAY = '293 of 8,046 practices may upload'
const ON_10_APRIL = '1,539 of 8,046 practices may upload: the end of 10 April 2010'
const LOOKING = 'You are looking at the end of 10 April 2010.'

inChromium('an auditor', (scene) => {
  let helen: Visitor
  beforeAll(async () => {
    const plan = { programme: 'SCR', region: '5NT', classification: 'STANDARD' }
    await give(scene.site.world, 'planRollout', plan, practiceManager('DEMO1513'))
    helen = await scene.visitor()
    await helen.signIn('helen.shaw')
  })

  const menu = () => helen.page.getByRole('navigation', { name: 'Main' })
  const table = (name: string) => helen.page.getByRole('table', { name, exact: true })

  test('finds an entry of the ledger, and what was so before it and after', async () => {
    const { page } = helen
    await menu().getByRole('link', { name: 'Ledger' }).click()
    await helen.arrive('Ledger')
    await page.getByRole('textbox', { name: 'Command, such as planRollout' }).fill('startRollout')
    await page.getByRole('textbox', { name: 'Row, by its key' }).fill('R-18')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('1 entry', { exact: true }).waitFor()
    expect(await helen.faults()).toEqual([])
    await table('Ledger').getByRole('link', { name: '#8,677' }).click()
    await helen.arrive('Entry #8,677: start rollout')
    const started = table('Fields that it changed').getByRole('row', { name: /^Started at/ })
    expect(await started.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/^(None|Nothing|Not known)$/),
      expect.stringContaining('4 January 2010'),
    ])
    expect(await helen.faults()).toEqual([])
  })

  test('opens an entry by its number alone, and is told where there is none', async () => {
    await helen.go('/ledger/8677')
    expect(await helen.heading()).toBe('Entry #8,677: start rollout')
    for (const none of ['0', '99999', '99999999999', '8677x']) {
      await helen.go(`/ledger/${none}`)
      expect(await helen.heading()).toBe('Nothing is at this address')
    }
  })

  test('is led from a ruling to the entry that the register had reached', async () => {
    await helen.go('/practices/DEMO1513')
    await helen.page.getByText('The department has to lift S-1').waitFor()
    // That is for the practice itself to read.
    expect(await helen.page.getByText('Nothing that your practice does').count()).toBe(0)
    const reached = helen.page.getByText('By the register as it stood at entry').getByRole('link')
    const number = await reached.innerText()
    await reached.click()
    await helen.arrive(new RegExp(`^Entry ${number}: `))
  })

  test('reads what was refused, to whom, and why', async () => {
    await menu().getByRole('link', { name: 'Refused attempts' }).click()
    await helen.arrive('Refused attempts')
    const attempt = table('Refused attempts').getByRole('row', { name: /Plan rollout/ })
    expect(await attempt.innerText()).toMatch(/DEMO1513\s+Practice\s+FORBIDDEN/)
    expect(await helen.faults()).toEqual([])
  })

  test('looks at 10 April 2010, when nothing was suspended yet, on every page', async () => {
    const { page } = helen
    await helen.go('/')
    await page.getByText(TODAY, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'As at: now' }).click()
    await page.getByRole('textbox', { name: 'As at', exact: true }).fill('10 April 2010')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByText(ON_10_APRIL, { exact: true }).waitFor()
    await page.getByText(LOOKING).waitFor()
    expect(await helen.faults()).toEqual([])
    await menu().getByRole('link', { name: 'Suspensions' }).click()
    await helen.arrive('Suspensions')
    await page.getByText(LOOKING).waitFor()
    const states = table('Suspensions').getByRole('cell', { name: /in force/i })
    expect(await states.allInnerTexts()).toEqual(['Not yet in force', 'Not yet in force'])
  })

  test('sends an administrator the address, who sees the same and can change nothing', async () => {
    const address = new URL(helen.page.url())
    const asha = await scene.visitor()
    await asha.signIn('asha.patel', `/suspensions${address.search}`)
    await asha.page.getByText(LOOKING).waitFor()
    await asha.settle()
    expect(await asha.page.getByRole('link', { name: 'Impose a suspension' }).count()).toBe(0)
    await asha.page.getByRole('button', { name: 'Return to now' }).click()
    await asha.page.getByRole('link', { name: 'Impose a suspension' }).waitFor()
    expect(asha.complaints).toEqual([])
    await asha.close()
  })

  test('comes back to now', async () => {
    const { page } = helen
    await page.getByRole('button', { name: 'Return to now' }).click()
    await menu().getByRole('link', { name: 'Front page' }).click()
    await page.getByText(TODAY, { exact: true }).waitFor()
    expect(await page.getByText(LOOKING).count()).toBe(0)
  })

  test('met no page that complained of anything, or asked anybody else', () => {
    expect(helen.complaints).toEqual([])
  })
})
