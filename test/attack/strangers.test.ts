import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, give, mailing, practice, suspension } from '../world/story.js'
import { leadOf, partner, practiceManager, type World } from '../world/world.js'
import { report } from '../breaches/reports.js'
import { scene } from './scene.js'

// P82001 is of Bolton (5HQ); P99999 is nobody's. The lead of Manchester (5NT) asks about both.
const FOREIGN = 'P82001'
const NOBODY = 'P99999'
let world: World
beforeAll(async () => {
  world = await scene()
  await practice(world, 'P82009', '5HQ', { suppliers: [{ supplier: 'TPP' }] })
  await suspension(world)
  await mailing(world, '5HQ', '2010-04-15')
  await done(world, 'planMailing', {
    programme: 'SCR', region: '5HQ', packs: 1, withOptOutForm: true, plannedFor: '2010-04-20',
  })
  await done(world, 'recordAgreement', { programme: 'SCR', practice: FOREIGN, matter: 'INFORMED' }, practiceManager(FOREIGN))
})
afterAll(() => world.close())

const previewed = (name: string, input: Record<string, unknown>, actor: Actor) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const source = `mutation ($input: ${type}!) { ${name}(input: $input, preview: true) { status } }`
  return world.ask(source, { input: { reason: 'Asked.', ...input } }, actor)
}

/** All that an answer says, with the code that was asked about taken out. */
const said = ({ data, errors }: any, key: string): string =>
  JSON.stringify({ data, errors: errors.map(({ message, extensions }: any) => [message, extensions]) })
    .replaceAll(key, '…')

const MAIL = { programme: 'SCR', region: '5NT', packs: 1, withOptOutForm: true }
const scope = (code: string) => [{ activities: ['UPLOAD'], practices: [code] }]
const lead = leadOf('5NT')
const mine = practiceManager('P84001')

/** Every command in which a role of a part of the country names a practice. */
test.each<[string, Actor, (code: string) => Record<string, unknown>]>([
  ['recordAgreement', lead, (code) => ({ programme: 'SCR', practice: code, matter: 'INFORMED' })],
  ['recordAgreement', leadOf('Q32'), (code) => ({ programme: 'SCR', practice: code, matter: 'INFORMED' })],
  ['recordAgreement', mine, (code) => ({ programme: 'SCR', practice: code, matter: 'INFORMED' })],
  ['planRollout', lead, (code) => ({ programme: 'SCR', region: '5NT', classification: 'STANDARD', practices: [code] })],
  ['planMailing', lead, (code) => ({ ...MAIL, plannedFor: '2010-04-20', practices: [code] })],
  ['recordMailing', lead, (code) => ({ ...MAIL, lastReceivedOn: '2010-04-16', practices: [code] })],
  ['requestDispensation', lead, (code) => ({ suspension: 'S-1', until: '2010-05-01T00:00:00Z', practices: [code] })],
  ['imposeSuspension', mine, (code) => ({ programme: 'SCR', strength: 'BINDING', scope: scope(code) })],
])('%s tells nothing of a foreign practice: %#', async (name, actor, inputOf) => {
  for (const ask of [previewed, (...[n, input, who]: Parameters<typeof previewed>) => give(world, n, input, who)]) {
    const foreign = await ask(name, inputOf(FOREIGN), actor)
    expect(foreign.code).not.toBeNull()
    expect(said(foreign, FOREIGN)).toBe(said(await ask(name, inputOf(NOBODY), actor), NOBODY))
  }
})

/** And every one in which they name what they may not read. */
test.each<[string, Actor, string, string, (id: string) => Record<string, unknown>]>([
  ['withdrawAgreement', lead, 'G-1', 'G-9', (id) => ({ id, version: 1 })],
  ['withdrawAgreement', lead, 'G-1', 'G-9', (id) => ({ id, version: 7 })],
  ['withdrawAgreement', mine, 'G-1', 'G-9', (id) => ({ id, version: 1 })],
  ['voidMailing', lead, 'M-2', 'M-9', (id) => ({ id, version: 1 })],
  ['voidMailing', lead, 'M-2', 'M-9', (id) => ({ id, version: 7 })],
  ['recordMailing', lead, 'M-3', 'M-9', (id) => ({ ...MAIL, lastReceivedOn: '2010-04-16', plan: id })],
])('%s tells nothing of what the caller may not read: %#', async (name, actor, known, unknown, inputOf) => {
  const foreign = await previewed(name, inputOf(known), actor)
  expect(foreign.code).toBe('NOT_FOUND')
  expect(said(foreign, known)).toBe(said(await previewed(name, inputOf(unknown), actor), unknown))
})

describe('and so do questions', () => {
  test.each<[string, Actor, string]>([
    ['a ruling', lead, 'ruling(practice: $p) { practiceCode outcome reasons { code message } practice { odsCode } }'],
    ['a ruling', partner('TPP'), 'ruling(practice: $p) { practiceCode outcome reasons { code message } practice { odsCode } }'],
    ['a practice', lead, 'practice(odsCode: $p) { odsCode }'],
    ['agreements', lead, 'agreements(filter: { practice: $p }) { totalCount }'],
    ['breaches', lead, 'breaches(filter: { practice: $p }) { totalCount }'],
    ['conditions', lead, 'suspension(id: "S-1") { conditionStates(practice: $p) { met } }'],
  ])('about %s', async (_, actor, question) => {
    const source = `query ($p: ID!) { ${question} }`
    const ask = async (p: string) => said(await world.ask(source, { p }, actor), p)
    expect(await ask(FOREIGN)).toBe(await ask(NOBODY))
  })

  test('and reports of a supplier', async () => {
    const of = async (p: string) =>
      JSON.stringify((await report(world, [{ practice: p }], partner('TPP'))).reports).replaceAll(p, '…')
    expect(await of(FOREIGN)).toBe(await of(NOBODY))
  })
})
