import { beforeAll, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { serveGateway, supergraphOf } from '../federation/gateway.js'
import { PRACTICE_REGISTER, servePracticeRegister } from '../federation/practice-register.js'
import { inChromium, type Scene } from './in-chromium.js'
import { openSite, type Site } from './site.js'
import { Visitor } from './visitor.js'

const MANCHESTER = '/practices/DEMO1513'

/** Holdfast and a supplier's register of practices, as one graph. */
const supergraphWith = async (holdfast: string, supplier: string): Promise<string> => {
  const url = `${holdfast}/graphql`
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  })
  const { data }: any = await answer.json()
  return supergraphOf([
    { name: 'holdfast', url, typeDefs: parse(data._service.sdl) },
    { name: 'emis', url: supplier, typeDefs: parse(PRACTICE_REGISTER) },
  ])
}

let supplier: Awaited<ReturnType<typeof servePracticeRegister>>
let gateway: Awaited<ReturnType<typeof serveGateway>>

/** The demonstration, whose console asks a gateway that has a supplier's register beside it. */
const openBehindGateway = async (): Promise<Site> => {
  supplier = await servePracticeRegister([{ odsCode: 'DEMO1513', systemVersion: 'PCS 2' }])
  // The console is told of the gateway before anybody asks it, and it of the console then.
  let address = ''
  gateway = await serveGateway(() => supergraphWith(address, supplier.url), () => address)
  const site = await openSite({ gateway: gateway.url })
  address = site.address
  const close = async (): Promise<void> => {
    await gateway.close()
    supplier.close()
    await site.close()
  }
  return { ...site, close }
}

const behindGateway = (scene: Scene): void => {
  let ben: Visitor
  beforeAll(async () => {
    ben = await scene.visitor()
    await ben.signIn('ben.okafor', MANCHESTER)
  })

  const fromPartners = ({ page }: Visitor) => page.getByRole('region', { name: 'From partners' })

  test('shows what a partner adds to a practice, beside what Holdfast says of it', async () => {
    await ben.arrive('Demonstration practice 2, Manchester')
    await fromPartners(ben).getByText('PCS 2').waitFor()
    expect(await fromPartners(ben).innerText()).toContain('System version')
    await ben.page.getByText('It may not upload records now.').waitFor()
    expect(await ben.faults()).toEqual([])
  })

  test('gives commands through it, from the preview to the outcome', async () => {
    const { page } = ben
    await ben.go('/rollouts/R-14/reclassify')
    await page.getByRole('combobox', { name: 'Classification' }).click()
    await page.getByRole('option', { name: 'Early adopter' }).click()
    const outcome = await ben.give('Asked for by the trust', 'Send for sign-off')
    expect(outcome).toMatch(/P-\d+ waits for a second administrator and BMA\/GPC/)
  })

  test('says so where the partner does not answer, and shows all the rest', async () => {
    supplier.close()
    await ben.go(MANCHESTER)
    await fromPartners(ben).getByRole('alert').waitFor()
    expect(await fromPartners(ben).innerText()).not.toContain('PCS 2')
    await ben.page.getByText('It may not upload records now.').waitFor()
    expect(await ben.faults()).toEqual([])
  })

  test('asks the gateway, and nobody else', () => {
    const asked = `asked elsewhere: ${gateway.url}`
    expect(ben.complaints).toContain(asked)
    expect(ben.complaints.filter((each) => each !== asked)).toEqual([])
  })

  test('shows no such section where it asks Holdfast itself', async () => {
    const alone = await openSite()
    const asha = await Visitor.open(scene.browser, alone.address)
    await asha.signIn('asha.patel', MANCHESTER)
    await asha.arrive('Demonstration practice 2, Manchester')
    await asha.page.getByText('It may not upload records now.').waitFor()
    expect(await fromPartners(asha).count()).toBe(0)
    expect(asha.complaints).toEqual([])
    await alone.close()
  })
}
inChromium('a console that asks a gateway', behindGateway, openBehindGateway)
