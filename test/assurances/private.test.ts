import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, give, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'
import { assurance, ASSURED, supersede, suspensionFor } from './story.js'

const RCGP: Actor = { ...LIAISON, organisation: 'RCGP', subject: 'r.liaison' }
const LONDON = leadOf('Q36')

/** Given by London to the doctors' representatives; the college is told nothing. */
const PRIVATE = {
  public: false,
  text: 'A word in private.',
  givenBy: [{ organisation: 'Q36' }],
  givenTo: [{ organisation: 'BMA/GPC' }],
}
const TO_COLLEGE = { givenTo: [{ organisation: 'RCGP' }] }

const READERS: [string, Actor][] = [
  ['its recipient', LIAISON],
  ['its giver', LONDON],
  ['an administrator', ADMIN],
  ['an administrator elsewhere', { ...ADMIN, organisation: 'Q30' }],
  ['an auditor', AUDITOR],
]
const OTHERS: [string, Actor | null][] = [
  ['anybody', null],
  ['another body’s liaison', RCGP],
  ['another region', leadOf('Q31')],
  ['a region of London', leadOf('5A8')],
  ['a supplier', partner('EMIS')],
  ['a practice', practiceManager('F81001')],
]

let world: World
/** A private one, a public one in its place; a public one, a private one in its place. */
let secret: string
let open: string
let told: string
let reply: string
let held: string
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-20T08:00:00.000Z')
  await programme(world)
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
  secret = (await assurance(world, PRIVATE)).id
  held = (await suspensionFor(world, secret)).id
  open = (await supersede(world, secret, TO_COLLEGE)).id
  told = (await assurance(world, TO_COLLEGE)).id
  reply = (await supersede(world, told, { ...PRIVATE, reaffirms: false })).id
})
afterAll(() => world.close())

const LIST = `query ($filter: AssuranceFilter) {
  assurances(filter: $filter) { totalCount edges { cursor node { id } } } }`
const listed = async (actor: Actor | null, filter: unknown = null) => {
  const { assurances } = await world.must(LIST, { filter }, actor)
  expect(assurances.totalCount).toBe(assurances.edges.length)
  return assurances.edges.map((edge: any) => edge.node.id)
}

const ONE = `query ($id: ID!) { assurance(id: $id) {
  id text said reaffirms supersedes { id text } supersededBy { id text } suspensions { id }
} }`
const one = async (id: string, actor: Actor | null) =>
  (await world.must(ONE, { id }, actor)).assurance

const HOLD = `query ($id: ID!) {
  suspension(id: $id) { id assurance { id text } }
  suspensions { edges { node { assurance { id } } } }
}`

describe('a private assurance is read by', () => {
  test.each(READERS)('%s', async (_, actor) => {
    expect(await listed(actor)).toEqual([secret, open, told, reply])
    expect(await listed(actor, { public: false })).toEqual([secret, reply])
    expect(await listed(actor, { said: 'SUPERSEDED' })).toEqual([told])
    expect(await one(secret, actor)).toMatchObject({
      text: PRIVATE.text,
      said: 'REAFFIRMED',
      supersededBy: { id: open },
      suspensions: [{ id: held }],
    })
    expect(await one(open, actor)).toMatchObject({ reaffirms: true, supersedes: { id: secret } })
    const corrected = { said: 'SUPERSEDED', supersededBy: { id: reply } }
    expect(await one(told, actor)).toMatchObject(corrected)
    const { suspension } = await world.must(HOLD, { id: held }, actor)
    expect(suspension).toMatchObject({ id: held, assurance: { id: secret, text: PRIVATE.text } })
  })
})

describe('it is as if there were none for', () => {
  test.each(OTHERS)('%s', async (_, actor) => {
    expect(await listed(actor)).toEqual([open, told])
    for (const filter of [{ public: false }, { search: 'private' }, { said: 'SUPERSEDED' }]) {
      expect(await listed(actor, filter)).toEqual([])
    }
    expect(await one(secret, actor)).toBeNull()
    expect(await one('A-99', actor)).toBeNull()
    const alone = { said: 'GIVEN', supersedes: null, reaffirms: null }
    expect(await one(open, actor)).toMatchObject(alone)
    expect(await one(told, actor)).toMatchObject({ said: 'GIVEN', supersededBy: null })
    const { suspension, suspensions } = await world.must(HOLD, { id: held }, actor)
    expect(suspension).toEqual({ id: held, assurance: null })
    expect(suspensions.edges[0].node.assurance).toBeNull()
  })
})

test('to supersede one that is not for the caller is refused as an unknown one is', async () => {
  const input = { ...ASSURED, ...TO_COLLEGE, reaffirms: true }
  const refusal = async (id: string, rest: object) => {
    const { errors } = await give(world, 'supersedeAssurance', { ...input, id, ...rest }, RCGP)
    return JSON.parse(JSON.stringify(errors).replaceAll(id, 'ID'))
  }
  // Whatever else is wrong with the input, or was done with it before.
  for (const rest of [{}, { programme: 'NONE' }, { givenOn: '2010-01-01' }, { givenTo: [] }]) {
    expect(await refusal(secret, rest)).toEqual(await refusal('A-99', rest))
  }
  expect((await refusal(secret, {}))[0].extensions).toMatchObject({ code: 'NOT_FOUND', key: 'ID' })
})

test('what was said to others in private takes the place of nothing for the college', async () => {
  const input = { ...ASSURED, ...TO_COLLEGE, id: told, reaffirms: true }
  const { code, data } = await give(world, 'supersedeAssurance', input, RCGP)
  expect(code).toBeNull()
  const { id } = data.supersedeAssurance.assurance
  expect(await one(told, RCGP)).toMatchObject({ said: 'REAFFIRMED', supersededBy: { id } })
})

test.each([
  ['supersede', 'supersedeAssurance', { ...ASSURED, reaffirms: true }],
  ['withdraw', 'withdrawAssurance', { version: 1 }],
])('whether there is one is not told to those who may not %s any', async (_, name, input) => {
  const actors = OTHERS.map(([, actor]) => actor).filter((actor) => actor !== RCGP)
  for (const actor of actors) {
    const [known, unknown] = await Promise.all(
      [secret, 'A-99'].map((id) => give(world, name, { ...input, id }, actor)),
    )
    expect(known!.errors).toEqual(unknown!.errors)
    expect(known!.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/)
  }
})

const LEDGER = `query ($filter: LedgerEntryFilter) { ledgerEntries(first: 200, filter: $filter) {
  totalCount edges { node { sequence kind body { table key before after reason } } } } }`
const entries = async (actor: Actor, filter: unknown = null): Promise<any[]> => {
  const { ledgerEntries } = await world.must(LEDGER, { filter }, actor)
  const nodes = ledgerEntries.edges.map((edge: any) => edge.node)
  if (ledgerEntries.totalCount <= 200) expect(nodes).toHaveLength(ledgerEntries.totalCount)
  return nodes
}
const keys = async (actor: Actor, filter: unknown): Promise<string[]> =>
  (await entries(actor, filter)).map(({ body }) => body.key).sort()

describe('the ledger', () => {
  const assurances = { table: 'assurance' }

  test('shows liaison the entries of public assurances and of those of the own body', async () => {
    const all = await keys(ADMIN, assurances)
    expect(all).toEqual(expect.arrayContaining([secret, open, told, reply]))
    expect(await keys(LIAISON, assurances)).toEqual(all)
    expect(await keys(AUDITOR, assurances)).toEqual(all)
    const ofCollege = await keys(RCGP, assurances)
    expect(ofCollege).toEqual(all.filter((key) => key !== secret && key !== reply))
  })

  test.each([
    {}, { table: 'assurance' }, { kind: 'recordAssurance' },
  ])('has no entry of it for another body: %j', async (filter) => {
    const asked = { ...filter, key: secret }
    expect(await entries(RCGP, asked)).toEqual([])
    expect(await entries(LIAISON, asked)).toHaveLength(1)
  })

  test('links nothing to it: neither its suspension nor what took its place', async () => {
    const suspension = { table: 'suspension', key: held }
    const superseding = { table: 'assurance', key: open }
    const ownHold = await entries(LIAISON, suspension)
    const ownOpen = await entries(LIAISON, superseding)
    expect(ownHold[0].body.after).toMatchObject({ assurance: secret })
    expect(ownOpen[0].body.after).toMatchObject({ supersedes: secret, reaffirms: true })
    const hold = await entries(RCGP, suspension)
    const taken = await entries(RCGP, superseding)
    expect(hold[0].body.after).toMatchObject({ id: held, assurance: null })
    expect(taken[0].body.after).toMatchObject({ id: open, supersedes: null, reaffirms: null })
  })

  test('says nothing of it anywhere to another body', async () => {
    await done(world, 'withdrawAssurance', { id: secret, version: 1 })
    for (const table of ['assurance', 'suspension', 'breach', 'installation', null]) {
      const shown = JSON.stringify(await entries(RCGP, table && { table }))
      expect(shown).not.toContain(PRIVATE.text)
      expect(shown).not.toContain(`"${secret}"`)
      expect(shown).not.toContain('withdrawAssurance')
    }
  })
})
