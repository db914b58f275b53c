import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openChromium } from './chromium.js'
import { inChromium } from './in-chromium.js'
import { openSite, type Site } from './site.js'
import { Visitor } from './visitor.js'

inChromium('the manager of a practice in Manchester', () => {
  let browser: Browser
  let site: Site
  let farid: Visitor
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openChromium(), openSite()])
    farid = await Visitor.open(browser, site.address)
    await farid.signIn('farid.khan')
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
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
    expect(said).toContain('Suspension S-1 has to be lifted.')
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
