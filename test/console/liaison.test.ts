import { beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { done, give, sign } from '../world/story.js'
import { inChromium } from './in-chromium.js'
import type { Site } from './site.js'
import type { Visitor } from './visitor.js'

/** The public sentence of 16 April 2010. */
const WORDS =
  '[Record creation is suspended] in the regions identified for accelerated implementation of ' +
  'the SCR Patient Information Programme until appropriate professional and public awareness ' +
  'has been raised.'

/** What holds uploads until patients are informed, so that there are conditions to look at. */
const UNTIL_INFORMED = {
  programme: 'SCR',
  assurance: 'A-1',
  strength: 'BINDING',
  scope: [{ activities: ['UPLOAD'], classifications: ['ACCELERATED'] }],
  conditions: [{ kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }],
}

/** Proposes to make an accelerated rollout an early adopter's; answers the proposal's number. */
const propose = async ({ world }: Site, id: string): Promise<string> => {
  const { rollout } = await world.must('query ($id: ID!) { rollout(id: $id) { version } }', { id })
  const input = { id, version: rollout.version, classification: 'EARLY_ADOPTER' }
  const { data } = await give(world, 'reclassifyRollout', input)
  return data.reclassifyRollout.proposal.id
}

inChromium('a liaison officer of the doctors', (scene) => {
  let carol: Visitor
  let declined: string
  let signed: string
  beforeAll(async () => {
    await done(scene.site.world, 'imposeSuspension', UNTIL_INFORMED)
    declined = await propose(scene.site, 'R-13')
    signed = await propose(scene.site, 'R-14')
    await sign(scene.site.world, signed)
    carol = await scene.visitor()
    await carol.signIn('carol.hughes')
  })

  const section = (name: string) => carol.page.getByRole('region', { name, exact: true })

  test('sees on the front page what holds, and what waits for her', async () => {
    const { page } = carol
    await page.getByText('293 of 8,046 practices may upload').waitFor()
    await section('Timeline').getByRole('link', { name: 'S-1, SCR' }).waitFor()
    const waiting = section('For your attention')
    await waiting.getByText('2 proposals wait for your signature').waitFor()
    expect(await carol.faults()).toEqual([])
  })

  test('is told how many assurances are kept, and led from each number to those', async () => {
    const { page } = carol
    const numbers = section('Assurances').getByRole('list', { name: /whether they are kept/ })
    await numbers.waitFor()
    expect(await numbers.getByRole('link').allInnerTexts()).toEqual([
      'Kept: 2', 'Not enforced: 0', 'Breached: 0', 'Met: 0',
    ])
    await numbers.getByRole('link', { name: 'Kept: 2' }).click()
    await carol.arrive('Assurances')
    await page.getByRole('status').getByText('2 assurances', { exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'Kept' }).click()
    await page.getByRole('option', { name: 'Not enforced' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('No assurances match these filters.').waitFor()
    expect(await carol.faults()).toEqual([])
    await carol.go('/')
  })

  test('reads the assurance of 16 April: its words, who, when, and how it stands', async () => {
    const { page } = carol
    await section('Assurances').getByRole('link', { name: 'A-1, 16 April 2010' }).click()
    await carol.arrive('Assurance A-1 of 16 April 2010')
    for (const status of ['Given', 'Kept', '1 condition unmet']) {
      await page.getByText(status, { exact: true }).waitFor()
    }
    const said = section('What was said')
    expect(await said.getByRole('blockquote').innerText()).toBe(WORDS)
    expect(await said.innerText()).toMatch(/Given by\s+Department of Health \(DH\)/)
    expect(await said.innerText()).toMatch(/Given on\s+16 April 2010/)
    expect(await said.innerText()).toMatch(/Under purdah\s+Yes/)
    const upheld = section('What upholds it').getByRole('row', { name: /^S-1 In force Binding/ })
    expect(await upheld.innerText()).toContain('BMA/GPC')
    expect(await carol.faults()).toEqual([])
  })

  test('looks into its conditions, from the region down to the practice', async () => {
    const conditions = section('Its conditions')
    const rowOf = (place: string) =>
      conditions.getByRole('row', { name: new RegExp(`^${place}`) })
    await rowOf('North East \\(Q30\\)').getByText('0 of 402').waitFor()
    await conditions.getByRole('button', { name: 'PCTs of North East' }).click()
    await rowOf('Darlington \\(5J9\\)').getByText('0 of 12').waitFor()
    await conditions.getByRole('button', { name: 'Practices of Darlington' }).click()
    await rowOf('Demonstration practice 1, Darlington').getByText('Not met').waitFor()
    expect(await carol.faults()).toEqual([])
  })

  test('has a report of it all', async () => {
    await carol.page.getByRole('link', { name: 'Report, to print or take away' }).click()
    await carol.arrive(/^Report on assurance A-1/)
    expect(await carol.faults()).toEqual([])
  })

  test('takes it away as a tagged PDF that looks like paper', async () => {
    const { page } = carol
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'CSV of it all' }).isVisible()).toBe(false)
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
    expect(await page.getByText(WORDS).isVisible()).toBe(true)
    expect(await carol.faults()).toEqual([])
    const pdf = (await page.pdf({ tagged: true, outline: true })).toString('latin1')
    expect(pdf.slice(0, 4)).toBe('%PDF')
    expect(pdf).toContain('/StructTreeRoot')
    await page.emulateMedia({ media: null })
  })

  test('takes it away as a CSV, a line a fact', async () => {
    const { page } = carol
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV of it all' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('assurance-A-1-2010-04-22.csv')
    const rows: Record<string, string>[] = parse(readFileSync(await file.path(), 'utf8'), {
      bom: true, columns: true,
    })
    expect(rows[0]).toEqual({ Section: 'What was said', Row: '1', Field: 'Words', Value: WORDS })
    const ofDarlington = rows.find(({ Value }) => Value === '5J9')
    expect(ofDarlington).toMatchObject({
      Section: 'Conditions of S-3, region by region', Field: 'Code',
    })
  })

  test('declines a proposal that waits for her, and says why', async () => {
    const { page } = carol
    await carol.go('/')
    await section('For your attention').getByRole('link', { name: `${declined}: ` }).click()
    await carol.arrive(/Reclassify R-13.*to early adopter/)
    await page.getByText('Missing: a second administrator and BMA/GPC.').waitFor()
    expect(await carol.faults()).toEqual([])
    await page.getByRole('link', { name: 'Decline' }).click()
    const outcome = await carol.give('Its patients were not asked', 'Decline now')
    expect(outcome).toContain('Declined. The proposal has ended, and nothing was changed.')
    const why = await section('Why it ended').innerText()
    expect(why).toContain('Its patients were not asked')
    expect(why).toMatch(/Declined by carol\.hughes, BMA\/GPC, on 22 April 2010/)
    expect(await carol.faults()).toEqual([])
  })

  test('signs another as the last, and reads what it turned', async () => {
    const { page } = carol
    await page.getByRole('navigation', { name: 'Main' }).getByText('Proposals').click()
    await page.getByRole('link', { name: 'Waiting for me (1)' }).waitFor()
    expect(await carol.faults()).toEqual([])
    await page.getByRole('rowheader').getByRole('link', { name: signed }).click()
    await page.getByText('Missing: BMA/GPC.').waitFor()
    await page.getByRole('link', { name: 'Sign', exact: true }).click()
    const outcome = await carol.give('Luton has shown that its patients know', 'Sign now')
    expect(outcome).toMatch(/Signed by all, and carried out: Reclassify R-14/)
    expect(outcome).toContain('31 practices turn from refused to permitted')
    expect(await carol.faults()).toEqual([])
    await carol.go('/')
    await page.getByText('324 of 8,046 practices may upload').waitFor()
  })

  test('met no page that complained of anything, or asked anybody else', () => {
    expect(carol.complaints).toEqual([])
  })
})
