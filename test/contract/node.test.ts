import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { ADMIN, LIAISON, openWorld, partner, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  await practice(world, 'A00001', '5HQ')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await mailing(world, '5HQ', '2010-01-01')
  await done(world, 'recordAssurance', {
    programme: 'SCR', text: 'We will wait.', wording: 'VERBATIM', givenOn: '2010-04-16',
    channel: 'Letter', givenBy: [{ organisation: 'DH' }], givenTo: [{ organisation: 'BMA/GPC' }],
    public: false, scope: [{ activities: ['UPLOAD'] }],
  })
  await suspension(world, { regions: ['5HQ'] })
})
afterAll(() => world.close())

const IDS = {
  Assurance: 'A-1', Mailing: 'M-1', Organisation: 'Organisation:BMA/GPC',
  Practice: 'Practice:A00001', Programme: 'Programme:SCR', Region: 'Region:5HQ', Rollout: 'R-1',
  Suspension: 'S-1',
}

test.each(Object.entries(IDS))('a %s is found again by the id it has', async (type, id) => {
  const source = 'query ($id: ID!) { node(id: $id) { __typename id } }'
  expect(await world.must(source, { id }, ADMIN)).toEqual({ node: { __typename: type, id } })
  const literal = `{ node(id: "${id}") { __typename id ... on ${type} { version } } }`
  expect((await world.must(literal, {}, ADMIN)).node).toMatchObject({ __typename: type, id })
})

test('a node answers what the query of its type answers, nested fields too', async () => {
  const fields = 'odsCode name regionAt { id code } openAt'
  const source = `query ($id: ID!, $code: ID!) {
    node(id: $id) { ... on Practice { ${fields} } }
    practice(odsCode: $code) { ${fields} }
  }`
  const asked = { id: 'Practice:A00001', code: 'A00001' }
  const { node, practice: known } = await world.must(source, asked, ADMIN)
  expect(node).toEqual(known)
  expect(node.regionAt).toEqual({ id: 'Region:5HQ', code: '5HQ' })
})

test.each([
  ['another supplier’s practice', 'Practice:A00001', partner('TPP')],
  ['a private assurance', 'A-1', partner('EMIS')],
  ['an unknown practice', 'Practice:A99999', ADMIN],
  ['an unknown type', 'Patient:1', ADMIN],
  ['a name that every object has', 'toString:1', ADMIN],
  ['a type without a code', 'Suspension:S-1', ADMIN],
  ['an unknown letter', 'X-1', ADMIN],
  ['no id at all', '', ADMIN],
])('%s is no node', async (_, id, actor) => {
  expect(await world.must('query ($id: ID!) { node(id: $id) { id } }', { id }, actor)).toEqual({
    node: null,
  })
})

test('what is refused by its own query is refused as a node', async () => {
  const source = 'query ($id: ID!) { node(id: $id) { id } }'
  expect((await world.ask(source, { id: 'Practice:A00001' })).code).toBe('UNAUTHENTICATED')
  expect((await world.ask(source, { id: 'M-1' }, partner('EMIS'))).code).toBe('FORBIDDEN')
  expect((await world.ask(source, { id: 'M-1' }, LIAISON)).data.node.id).toBe('M-1')
})
