import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { interruption, runChild } from '../gate/child.js'
import { withDatabase } from '../gate/database.js'
import { openChromium } from './chromium.js'
import { openSite } from './site.js'
import { Visitor } from './visitor.js'

/**
 * Takes the pictures of the console that its documentation shows, of the demonstration as it is:
 * `npm run screenshots`.
 */
const FOLDER = 'console/docs'

interface Picture {
  readonly name: string
  readonly account: string
  readonly path: string
  readonly width?: number
  readonly height?: number
  /** What is done before it is taken. */
  readonly before?: (visitor: Visitor) => Promise<void>
}

const previewReclassification = async ({ page }: Visitor): Promise<void> => {
  await page.getByLabel('Classification').click()
  await page.getByRole('option', { name: 'Early adopter' }).click()
  await page.getByLabel('Reason').fill('Asked for by the trust')
  await page.getByRole('button', { name: 'See the effect' }).click()
  await page.getByRole('button', { name: 'Send for sign-off' }).waitFor()
}

const PICTURES: readonly Picture[] = [
  { name: 'front-page', account: 'asha.patel', path: '/', height: 1300 },
  { name: 'practice', account: 'farid.khan', path: '/practices/DEMO1513', height: 1000 },
  { name: 'assurance', account: 'carol.hughes', path: '/assurances/A-1', height: 1300 },
  {
    name: 'reclassify', account: 'asha.patel', path: '/rollouts/R-13/reclassify', height: 1300,
    before: previewReclassification,
  },
  { name: 'front-page-narrow', account: 'david.lee', path: '/', width: 375, height: 1200 },
]

const take = async (visitor: Visitor, { name, before }: Picture): Promise<void> => {
  await visitor.settle()
  await before?.(visitor)
  await visitor.page.evaluate(() => window.scrollTo(0, 0))
  await visitor.page.screenshot({ path: join(FOLDER, `${name}.png`) })
  console.log(`${FOLDER}/${name}.png`)
}

const takeAll = async (): Promise<void> => {
  const [browser, site] = await Promise.all([openChromium(), openSite()])
  for (const picture of PICTURES) {
    const { account, path, width = 1280, height = 900 } = picture
    const visitor = await Visitor.open(browser, site.address, { viewport: { width, height } })
    await visitor.signIn(account, path)
    await take(visitor, picture)
    await visitor.close()
  }
  await browser.close()
  await site.close()
}

const signal = interruption()
mkdirSync(FOLDER, { recursive: true })
await runChild([process.execPath, 'build.js', '--console'], { signal, aloud: true })
await withDatabase(async ({ url }) => {
  process.env.HOLDFAST_TEST_DATABASE = url
  await takeAll()
})
process.exit()
