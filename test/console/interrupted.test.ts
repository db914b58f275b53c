import { beforeAll, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'
import { ADMIN } from '../world/world.js'

const UNREACHED = 'Holdfast cannot be reached. What you typed is kept.'

/** What the form of a reclassification is filled with. */
const fill = async ({ page }: Visitor, reason: string): Promise<void> => {
  await page.getByLabel('Classification').click()
  await page.getByRole('option', { name: 'Early adopter' }).click()
  await page.getByLabel('Reason').fill(reason)
}

inChromium('a form that something comes between', (scene) => {
  let asha: Visitor
  let ben: Visitor
  beforeAll(async () => {
    asha = await scene.visitor()
    ben = await scene.visitor()
    await asha.signIn('asha.patel')
    await ben.signIn('ben.okafor')
  })

  test('keeps what was typed when the page is loaded again', async () => {
    await asha.go('/rollouts/R-14/reclassify')
    await fill(asha, 'Before the page was loaded again')
    await asha.page.reload()
    await asha.settle()
    expect(await asha.page.getByLabel('Reason').inputValue())
      .toBe('Before the page was loaded again')
  })

  test('shows both versions where somebody else was faster, and offers mine again', async () => {
    await asha.go('/rollouts/R-15/reclassify')
    await fill(asha, 'Mine')
    await ben.go('/rollouts/R-15/fund')
    await ben.page.getByLabel('Who pays').fill('Department of Health')
    await ben.page.getByRole('option', { name: /^Department of Health/ }).click()
    await ben.page.getByLabel('Pounds').fill('1000')
    await ben.page.getByLabel('To be used by').fill('2010-12-31')
    await ben.page.getByLabel('Reason').fill('The money is there')
    await ben.page.getByRole('button', { name: 'See the effect' }).click()
    await ben.page.getByRole('button', { name: 'Record it now' }).click()
    await ben.page.getByRole('alert').getByText('The funding is recorded.').waitFor()

    await asha.page.getByRole('button', { name: 'See the effect' }).click()
    await asha.page.getByText('changed after you opened').waitFor()
    expect(await asha.faults()).toEqual([])
    await asha.page.getByRole('button', { name: 'Offer mine again' }).click()
    expect(await asha.page.getByLabel('Reason').inputValue()).toBe('Mine')
    await asha.page.getByRole('button', { name: 'See the effect' }).click()
    await asha.page.getByRole('button', { name: 'Send for sign-off' }).waitFor()
  })

  test('loses nothing while Holdfast does not answer, and goes on when it does', async () => {
    await asha.go('/rollouts/R-16/reclassify')
    await fill(asha, 'Typed before it stopped')
    // To a browser, a server that was stopped is a connection that is refused.
    await asha.page.route('**/graphql', (route) => route.abort('connectionrefused'))
    await asha.page.getByRole('button', { name: 'See the effect' }).click()
    await asha.page.getByText(UNREACHED).first().waitFor()
    expect(await asha.page.getByLabel('Reason').inputValue()).toBe('Typed before it stopped')
    expect(await asha.faults()).toEqual([])
    await asha.page.unroute('**/graphql')
    await asha.page.getByRole('button', { name: 'See the effect' }).click()
    await asha.page.getByRole('button', { name: 'Send for sign-off' }).waitFor()
    expect(await asha.page.getByText('Holdfast cannot be reached').count()).toBe(0)
  })

  test('that was sent and not answered is carried out once, though it is sent again', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-17/end')
    await page.getByLabel('Reason').fill('Over and done with')
    await page.getByRole('button', { name: 'See the effect' }).click()
    const end = page.getByRole('button', { name: /^(End it now|Send for sign-off)$/ })
    await end.waitFor()
    const ids = new Set<string | null>()
    let first = true
    await page.route('**/graphql', async (route) => {
      const { preview } = route.request().postDataJSON().variables
      if (preview !== false) return route.continue()
      ids.add(await route.request().headerValue('x-request-id'))
      if (!first) return route.continue()
      first = false
      // It arrives, and its answer does not.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await end.click()
    await page.getByRole('heading', { name: 'It is not known whether this arrived' }).waitFor()
    await end.click()
    await page.getByText('The rollout has ended.').waitFor()
    await page.unroute('**/graphql')
    expect(ids.size).toBe(1)
    const { ledgerEntries } = await scene.site.world.must(
      '{ ledgerEntries(filter: { kind: "endRollout", key: "R-17" }) { totalCount } }', {}, ADMIN,
    )
    expect(ledgerEntries.totalCount).toBe(1)
  })
})
