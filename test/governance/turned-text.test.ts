import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tryReport } from '../breaches/reports.js'
import { done, give, practice, programme } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  await practice(world, 'P82001', '5HQ')
})
afterAll(() => world.close())

const CONTROLS = [
  0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
].map((point) => [`U+${point.toString(16).toUpperCase()}`, String.fromCodePoint(point)] as const)

const organisation = (rest: object) => ({ code: 'TURNED', name: 'X', ...rest })
const messageOf = (field: string, control: string) =>
  `${field} must be without ${control}, which turns the direction of what is read after it: ` +
  'take it out, or write the text anew by hand.'

test.each(CONTROLS)('%s is let into no reason and no name, which are named', async (name, sign) => {
  for (const field of ['reason', 'name']) {
    const input = organisation({ [field]: `abc${sign}def` })
    const { code, errors } = await give(world, 'recordOrganisation', input)
    expect(code).toBe('INVALID_INPUT')
    expect(errors[0]?.extensions).toMatchObject({ field })
    expect(errors[0]?.message).toBe(messageOf(field, name))
  }
})

const SPOKEN = {
  programme: 'SCR',
  text: 'Nothing is uploaded.',
  wording: 'VERBATIM',
  givenOn: '2010-04-16',
  channel: 'Letter',
  public: true,
  scope: [{ activities: ['UPLOAD'] }],
  givenBy: [{ organisation: 'DH' }],
  givenTo: [{ organisation: 'BMA/GPC' }],
}
const TURNED = 'abc\u202edef'

test.each([
  ['what was said', 'recordAssurance', { ...SPOKEN, text: TURNED }, 'text'],
  ['who said it', 'recordAssurance',
    { ...SPOKEN, givenBy: [{ organisation: 'DH', person: TURNED }] }, 'givenBy.0.person'],
  ['a supplier in a scope', 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], suppliers: [TURNED] }],
  }, 'scope.0.suppliers'],
  ['a supplier of a practice', 'recordPractice', {
    odsCode: 'P82002', name: 'X', openFrom: '2000-01-01',
    memberships: [{ region: '5HQ', from: '2000-01-01' }], suppliers: [{ supplier: TURNED }],
  }, 'suppliers.0.supplier'],
])('a control that turns what is read is refused in %s', async (_, name, input, field) => {
  const { code, errors } = await give(world, name, input)
  expect(code).toBe('INVALID_INPUT')
  expect(errors[0]?.extensions).toMatchObject({ field })
})

test('nor is one reported, with an upload', async () => {
  const { code, errors } = await tryReport(world, [{}, { practice: `P82001${TURNED}` }])
  expect(code).toBe('INVALID_INPUT')
  expect(errors[0]?.extensions).toMatchObject({ field: 'reports.1.practice' })
})

test.each([
  ['Welsh', 'Ymddiriedolaeth Iechyd Tŷ’r Ŵyn'],
  ['Arabic, with digits and a mark of direction', 'خدمة الصحة 2010\u200f (NHS)'],
  ['Hebrew', 'שירות הבריאות'],
  ['emoji that are joined', 'Ready 👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
])('%s is kept as it is written', async (_, text) => {
  const code = 'KEPT'
  const found = '{ organisations(filter: { search: "KEPT" }) { edges { node { name version } } } }'
  const { edges } = (await world.must(found, {}, ADMIN)).organisations
  const version = edges[0]?.node.version as number | undefined
  await done(world, 'recordOrganisation', {
    code, name: text, reason: text, ...(version && { version }),
  })
  const kept = await world.must(
    `{ ledgerEntries(first: 1, filter: { key: "KEPT" }, orderBy: { field: SEQUENCE, direction: DESC }) {
      edges { node { body { reason after } } } } }`, {}, ADMIN)
  expect(kept.ledgerEntries.edges[0].node.body)
    .toMatchObject({ reason: text, after: { name: text } })
})

test('of any text it is refused exactly where it holds such a control', async () => {
  const signs = CONTROLS.map(([, sign]) => sign)
  const character = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0x2000, max: 0x2070 }).map(String.fromCodePoint) },
    { weight: 1, arbitrary: fc.constantFrom('a', 'ŵ', 'ع', '👍') },
  )
  const texts = fc.array(character, { minLength: 1, maxLength: 20 }).map((all) => `x${all.join('')}`)
  await fc.assert(fc.asyncProperty(texts, async (reason) => {
    const { code } = await give(world, 'recordRegion', {
      code: '5HQ', name: 'Bolton', kind: 'PCT', parents: [], version: 99, reason,
    })
    const isTurned = signs.some((sign) => reason.includes(sign))
    expect(code).toBe(isTurned ? 'INVALID_INPUT' : 'STALE_VERSION')
  }), { numRuns: 60 })
})
