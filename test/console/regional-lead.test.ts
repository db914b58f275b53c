import { beforeAll, expect, test } from '@jest/globals'
import { practiceManager } from '../world/world.js'
import { done } from '../world/story.js'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

inChromium('the regional lead of London', (scene) => {
  let emma: Visitor
  beforeAll(async () => {
    // Something of another region, which is not hers to read.
    const agreed = { programme: 'SCR', practice: 'DEMO1513', matter: 'INFORMED' }
    await done(scene.site.world, 'recordAgreement', agreed, practiceManager('DEMO1513'))
    emma = await scene.visitor()
    await emma.signIn('emma.clarke')
  })

  const ownRegion = () => emma.page.getByRole('region', { name: 'Your region' })

  test('sees first how her own region stands, and what she can begin there', async () => {
    await ownRegion().getByText('0 may upload, 1,461 may not').waitFor()
    await ownRegion().getByRole('link', { name: 'Ask for a dispensation' }).waitFor()
    expect(await emma.faults()).toEqual([])
    await ownRegion().getByRole('link', { name: 'London (Q36)' }).click()
    await emma.arrive('London')
    const suspensions = emma.page.getByRole('region', { name: 'Suspensions in force' })
    await suspensions.getByRole('link', { name: 'S-1' }).waitFor()
    expect(await emma.faults()).toEqual([])
  })

  test('opens no consultation in purdah, but one that was permitted', async () => {
    const { page } = emma
    await emma.go('/')
    await ownRegion().getByRole('link', { name: 'Open a consultation' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Summary Care Records in London')
    await page.getByRole('combobox', { name: 'Who is asked' }).click()
    await page.getByRole('option', { name: 'Patients' }).click()
    await page.getByRole('textbox', { name: 'Closes on' }).fill('2010-07-20')
    await page.getByRole('textbox', { name: 'Reason' }).fill('They were never asked')
    await page.getByRole('button', { name: 'See the effect' }).click()

    const problem = page.getByRole('alert')
    await problem.getByText('There is a problem').waitFor()
    expect(await problem.innerText()).toMatch(/General election of 6 May 2010/)
    expect(await emma.faults()).toEqual([])

    await page.getByRole('textbox', { name: 'Reference of the permission' }).fill('CO-2010-17')
    const outcome = await emma.give('Permitted by the Cabinet Office', 'Open it now')
    expect(outcome).toContain('The consultation is open.')
    expect(await emma.heading()).toContain('Summary Care Records in London')
    await page.getByText('CO-2010-17').first().waitFor()
    expect(await emma.faults()).toEqual([])
  })

  test('asks for a dispensation from S-1 for Greenwich, which excepts nobody yet', async () => {
    const { page } = emma
    await emma.go('/')
    await ownRegion().getByRole('link', { name: 'Ask for a dispensation' }).click()
    await page.getByRole('combobox', { name: 'Suspension' }).fill('S-1')
    await page.getByRole('option', { name: /^S-1: Records are not created/ }).click()
    await page.getByRole('button', { name: 'London (Q36, SHA)' }).press('Backspace')
    await page.getByRole('combobox', { name: 'For these regions' }).fill('Greenwich')
    await page.getByRole('option', { name: 'Greenwich (5A8, PCT)' }).click()
    await page.getByRole('textbox', { name: /^Until/ }).fill('30 June 2010')
    expect(await emma.faults()).toEqual([])
    const outcome = await emma.give('Its patients were told twice', 'Ask for it now')
    expect(outcome).toContain('The dispensation is asked for. No practice’s answer changes;')
    expect(await emma.faults()).toEqual([])
    await emma.go('/regions/5A8')
    const asked = page.getByRole('region', { name: 'Dispensations asked for' })
    await asked.getByRole('link', { name: 'D-1' }).waitFor()
    await page.getByText('PCT 5A8, 0 may upload, 43 may not').waitFor()
  })

  test('is offered nothing that is not hers to do', async () => {
    const { page } = emma
    await emma.go('/')
    await ownRegion().waitFor()
    expect(await page.getByRole('link', { name: /Impose/ }).count()).toBe(0)
    await emma.go('/regions/Q31')
    expect(await emma.heading()).toBe('North West')
    expect(await page.getByRole('link', { name: 'Open a consultation' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Ask for a dispensation' }).count()).toBe(0)
  })

  test('reads no agreement of another region, in a list or by its address', async () => {
    await emma.go('/agreements')
    await emma.page.getByText('0 agreements').waitFor()
    expect(await emma.faults()).toEqual([])
    await emma.go('/agreements/G-1')
    expect(await emma.heading()).toBe('Nothing is at this address')
    await emma.go('/practices/DEMO1513')
    expect(await emma.heading()).toBe('Nothing is at this address')
  })

  test('met no page that complained of anything, or asked anybody else', () => {
    expect(emma.complaints).toEqual([])
  })
})
