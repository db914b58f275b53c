import { beforeAll, expect, test } from '@jest/globals'
import { done } from '../world/story.js'
import { practiceManager } from '../world/world.js'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

inChromium('the manager of a practice in Manchester', (scene) => {
  let farid: Visitor
  beforeAll(async () => {
    farid = await scene.visitor()
    await farid.signIn('farid.khan')
  })

  const agreements = () => farid.page.getByRole('region', { name: 'Agreements', exact: true })
  const rowOf = (matter: string) => agreements().getByRole('row').filter({ hasText: matter })

  test('reads on the first screen that it may not upload today, and why not', async () => {
    const { page } = farid
    const own = page.getByRole('region', { name: 'Your practice: may it upload today?' })
    await own.getByText('It may not upload records now.').waitFor()
    const said = await own.innerText()
    expect(said).toMatch(/^Refused$/m)
    expect(said).toContain('1 reason')
    expect(said).toContain('suspended by S-1 since 16 April 2010')
    expect(said).toContain('The department has to lift S-1, signed by BMA/GPC.')
    expect(said).toContain('Nothing that your practice does ends this.')
    // The ledger is not for a practice: the entry is named, and leads nowhere.
    expect(said).toMatch(/By the register as it stood at entry #[\d,]+ of the ledger/)
    expect(await own.getByRole('link', { name: /^#/ }).count()).toBe(0)
    const box = await own.getByRole('listitem').first().boundingBox()
    expect(box!.y + box!.height).toBeLessThan(page.viewportSize()!.height)
    expect(await farid.faults()).toEqual([])
  })

  test.each([
    ['Patients have been informed', 'Informed'],
    ['Patients are able to opt out', 'Able to opt out'],
  ])('states that %s, and sees that it stands', async (statement, matter) => {
    const { page } = farid
    await farid.go('/')
    await page.getByRole('link', { name: 'Open the page of your practice' }).click()
    await page.getByRole('link', { name: 'Give agreement' }).click()
    await page.getByLabel(statement).check()
    const outcome = await farid.give('Told by letter and in the waiting room', 'Record it now')
    expect(outcome).toMatch(/The agreement is recorded\. No practice’s answer changes;/)
    expect(await farid.faults()).toEqual([])
    await farid.go('/practices/DEMO1513')
    expect(await rowOf(matter).innerText()).toMatch(/The practice\s+.*\s+Stands/)
    expect(await rowOf(matter).innerText()).toContain('Told by letter and in the waiting room')
    expect(await farid.faults()).toEqual([])
  })

  test('takes one of them back, and it stands no more, but stays on record', async () => {
    const { page } = farid
    await page.getByRole('link', { name: /^Withdraw agreement G-\d+ \(informed\)$/ }).click()
    const outcome = await farid.give('The letters had the wrong date', 'Withdraw it now')
    expect(outcome).toContain('The agreement is withdrawn.')
    expect(await farid.faults()).toEqual([])
    await farid.go('/practices/DEMO1513')
    expect(await rowOf('Informed').innerText()).toContain('Does not stand')
    expect(await rowOf('Informed').innerText()).toContain('The letters had the wrong date')
    await rowOf('Informed').getByRole('link', { name: /^G-\d+$/ }).click()
    const agreement = page.getByRole('region', { name: 'The agreement' })
    await agreement.getByText('The letters had the wrong date').waitFor()
    expect(await agreement.innerText()).toContain('Told by letter and in the waiting room')
    await farid.go('/practices/DEMO1513')
    expect(await rowOf('Able to opt out').innerText()).toMatch(/\bStands\b/)
    const withdraw = page.getByRole('link', { name: /^Withdraw agreement/ })
    expect(await withdraw.allInnerTexts()).toEqual([
      expect.stringContaining('able to opt out'),
    ])
  })

  test('reads which mailings reached its patients, and from which day notice counts', async () => {
    await farid.go('/practices/DEMO1513')
    const mailings = farid.page.getByRole('region', { name: 'Mailings that reached its patients' })
    const row = mailings.getByRole('row').filter({ hasText: 'Notice counts from this day' })
    expect(await row.count()).toBe(1)
    expect(await row.innerText()).toMatch(/^M-\d+\s+\d+ \w+ 20\d\d\s/)
    // The list of all mailings is not for a practice: the mailing is named, and leads nowhere.
    expect(await row.getByRole('link', { name: /^M-/ }).count()).toBe(0)
  })

  test('takes more time for itself, and is not told that nothing it does ends that', async () => {
    const own = { activities: ['UPLOAD'], practices: ['DEMO1513'] }
    await done(scene.site.world, 'imposeSuspension', {
      programme: 'SCR', strength: 'BINDING', scope: [own], signatories: [],
    }, practiceManager('DEMO1513'))
    await farid.go('/practices/DEMO1513')
    const reasons = farid.page.getByRole('region', { name: 'May it upload today?' })
      .locator('.reasons > li')
    const said = await reasons.allInnerTexts()
    expect(said.map((each) => each.includes('Nothing that your practice does ends this.'))).toEqual(
      [true, false],
    )
    expect(said[1]).toContain('The practice, which imposed it on itself, has to lift')
  })

  test('is not shown what is not for a practice to do or to read', async () => {
    const { page } = farid
    const menu = page.getByRole('navigation', { name: 'Main' })
    await menu.getByRole('link', { name: 'Rollouts' }).click()
    await farid.arrive('Rollouts')
    expect(await page.getByRole('link', { name: 'Plan a rollout' }).count()).toBe(0)
    expect(await menu.getByRole('link', { name: 'Ledger' }).count()).toBe(0)
    // Another practice is none that it knows of.
    await farid.go('/practices/DEMO0589')
    expect(await farid.heading()).toBe('Nothing is at this address')
  })

  test('met no page that complained of anything, or asked anybody else', () => {
    expect(farid.complaints).toEqual([])
  })
})
