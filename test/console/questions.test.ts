import { beforeEach, expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

/** What somebody does with a thing on a page, counted. */
class Hands {
  actions = 0

  async click(thing: Locator): Promise<void> {
    this.actions += 1
    await thing.click()
  }

  async type(box: Locator, text: string): Promise<void> {
    this.actions += 1
    await box.fill(text)
  }
}

inChromium('somebody with a question, and no instructions', (scene) => {
  let hands: Hands
  beforeEach(() => {
    hands = new Hands()
  })

  const as = async (account: string): Promise<Visitor> => {
    const visitor = await scene.visitor()
    await visitor.signIn(account)
    await visitor.settle()
    return visitor
  }
  const leave = async (visitor: Visitor): Promise<void> => {
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  }

  test('may DEMO0589 in Bolton upload today, and why? (the lead of its region)', async () => {
    const david = await as('david.lee')
    const { page } = david
    await hands.type(page.getByRole('searchbox', { name: /^Find/ }), 'DEMO0589')
    await hands.click(page.getByRole('button', { name: 'Find' }))
    await hands.click(page.getByRole('main').getByRole('link', { name: /DEMO0589/ }))
    await david.arrive('Demonstration practice 2, Bolton')
    const answer = page.getByRole('region', { name: 'May it upload today?' })
    await answer.getByText('It may upload records now.').waitFor()
    expect(await answer.innerText()).toMatch(/R-1, Bolton, early adopter, running/)
    expect(await david.faults()).toEqual([])
    await leave(david)
  })

  test('what is held, and why? (an auditor, who has only just come)', async () => {
    const helen = await as('helen.shaw')
    const held = helen.page.getByRole('region', { name: 'Suspensions in force' })
      .getByRole('listitem').filter({ hasText: 'S-1, SCR' })
    expect(await held.innerText()).toMatch(/Binding\s+Since 16 April 2010 .+\s+\S/)
    await leave(helen)
  })

  test('what did the minister promise on 16 April, and is it kept? (the doctors)', async () => {
    const carol = await as('carol.hughes')
    const promised = carol.page.getByRole('region', { name: 'Assurances' })
      .getByRole('listitem').filter({ hasText: 'A-1, 16 April 2010' })
    expect(await promised.innerText()).toMatch(/DH to BMA\/GPC\s+Given\s+Kept/)
    expect(await promised.innerText()).toContain('[Record creation is suspended] in the regions')
    await leave(carol)
  })

  test('who has to agree before Darlington restarts? (an auditor)', async () => {
    const helen = await as('helen.shaw')
    const { page } = helen
    await hands.type(page.getByRole('searchbox', { name: /^Find/ }), 'Darlington')
    await hands.click(page.getByRole('button', { name: 'Find' }))
    await hands.click(page.getByRole('main').getByRole('link', { name: 'Darlington (5J9)' }))
    await helen.arrive('Darlington')
    const suspensions = page.getByRole('region', { name: 'Suspensions in force that touch it' })
    const whoSigns = 'What loosens S-1 waits for a second administrator and BMA/GPC.'
    await suspensions.getByText(whoSigns).waitFor()
    expect(await helen.faults()).toEqual([])
    await leave(helen)
  })

  test('what would turn if South West Essex were reclassified? (an administrator)', async () => {
    const ben = await as('ben.okafor')
    const { page } = ben
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await hands.click(timeline.getByRole('link', { name: 'R-13, South West Essex, accelerated' }))
    await hands.click(page.getByRole('link', { name: 'Reclassify', exact: true }))
    await hands.click(page.getByRole('combobox', { name: 'Classification' }))
    await hands.click(page.getByRole('option', { name: 'Early adopter' }))
    await hands.type(page.getByRole('textbox', { name: 'Reason', exact: true }), 'To see')
    await hands.click(page.getByRole('button', { name: 'See the effect' }))
    await page.getByText('67 practices turn from refused to permitted').waitFor()
    const map = page.getByRole('list', { name: 'East of England, before and then' })
    const there = map.getByRole('listitem').filter({ hasText: 'South West Essex' })
    expect(await there.innerText()).toMatch(/12.*79 of 79/s)
    const turned = page.getByRole('table', { name: /practices/ })
    await turned.getByRole('rowheader', { name: /South West Essex/ }).first().waitFor()
    await page.getByText('It waits for a second administrator and BMA/GPC').waitFor()
    expect(hands.actions).toBeLessThanOrEqual(6)
    // He only looked.
    await ben.go('/')
    await page.getByText('293 of 8,046 practices may upload').waitFor()
    await leave(ben)
  })

  test('how do I stop everything in London, now? (an administrator)', async () => {
    const asha = await as('asha.patel')
    const { page } = asha
    const london = page.getByRole('link', { name: /^London \d/ })
    const activity = page.getByRole('combobox', { name: 'Activity' })
    await activity.selectOption('Mail patients')
    await page.getByRole('link', { name: /^London 1,461 of 1,461 practices may mail/ }).waitFor()

    await hands.click(page.getByRole('link', { name: 'Impose a suspension' }))
    for (const each of ['View records', 'Mail patients', 'Start a rollout']) {
      await hands.click(page.getByRole('checkbox', { name: each }))
    }
    await hands.type(page.getByRole('combobox', { name: 'Where' }), 'London')
    await hands.click(page.getByRole('option', { name: 'London (Q36, SHA)' }))
    const reason = page.getByRole('textbox', { name: 'Reason', exact: true })
    await hands.type(reason, 'Letters went astray')
    await hands.click(page.getByRole('button', { name: 'See the effect' }))
    await page.getByRole('heading', { name: '2 The effect' }).waitFor()
    expect(await asha.faults()).toEqual([])
    await hands.click(page.getByRole('button', { name: 'Impose now' }))
    await page.getByRole('alert').getByText('The suspension is imposed.').waitFor()
    expect(hands.actions).toBeLessThanOrEqual(9)

    await asha.go('/')
    for (const each of ['Upload records', 'View records', 'Mail patients', 'Start a rollout']) {
      await activity.selectOption(each)
      await page.getByRole('link', { name: /^London 0 of 1,461 practices may/ }).waitFor()
    }
    expect(await london.count()).toBe(1)
    await leave(asha)
  })
})
