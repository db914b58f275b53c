import { beforeAll, expect, test } from '@jest/globals'
import { inChromium } from './in-chromium.js'
import type { Visitor } from './visitor.js'

/** Lets the token that a tab keeps run out, on a page that does not renew it as we leave. */
const letTokenRunOut = async ({ page, address }: Visitor): Promise<string> => {
  await page.goto(`${address}/livez`)
  return page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? ''
    const user = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    sessionStorage.setItem(key, JSON.stringify({ ...user, expires_at: 1 }))
    return user.access_token as string
  })
}

const tokenOf = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? ''
    return JSON.parse(sessionStorage.getItem(key) ?? '{}').access_token as string
  })

inChromium('somebody who signs in', (scene) => {
  let helen: Visitor
  beforeAll(async () => {
    helen = await scene.visitor()
  })

  test('comes back to where they wanted to go, at the moment that was looked at', async () => {
    await helen.signIn('helen.shaw', '/suspensions?at=2010-04-10T12:00:00.000Z')
    await helen.settle()
    expect(await helen.heading()).toBe('Suspensions')
    expect(helen.page.url()).toContain('at=2010-04-10')
    expect(await helen.page.getByText('You are looking at 10 April 2010').count()).toBe(1)
  })

  test('stays signed in when a token runs out, and notices nothing', async () => {
    const first = await letTokenRunOut(helen)
    await helen.go('/rollouts')
    expect(await helen.heading()).toBe('Rollouts')
    const second = await tokenOf(helen)
    expect(second).not.toBe(first)
    expect(second).toMatch(/^ey/)
  })

  test('finds nothing that somebody else typed whose sign-in ended in the same tab', async () => {
    const visitor = await scene.visitor()
    const { page } = visitor
    await visitor.signIn('asha.patel', '/rollouts/R-9/end')
    await page.getByLabel('Reason').fill('Known to me alone')
    await page.reload()
    expect(await page.getByLabel('Reason').inputValue()).toBe('Known to me alone')
    await page.evaluate(() => {
      const tokens = Object.keys(sessionStorage).filter((key) => key.startsWith('oidc.'))
      for (const key of tokens) sessionStorage.removeItem(key)
    })
    await page.context().clearCookies()
    await visitor.signIn('ben.okafor', '/rollouts/R-9/end')
    expect(await page.getByLabel('Reason').inputValue()).toBe('')
    await visitor.close()
  })

  test('signs out here and at the issuer, and is asked again who they are', async () => {
    const { page } = helen
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign out of Holdfast?' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Holdfast' }).waitFor()
    expect(await helen.faults()).toEqual([])
    await page.getByRole('button', { name: 'Demonstration accounts' }).click()
    await page.getByRole('radio').first().waitFor()
  })

  test('no page of theirs complained of anything, or asked anybody else', () => {
    expect(helen.complaints).toEqual([])
  })
})
