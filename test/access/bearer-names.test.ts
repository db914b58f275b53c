import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { World } from '../world/world.js'
import { serveWorld, sign, type Served, type Signer } from './served.js'

const NAME = 'Dr Jane Grey'

let world: World
let issuer: Signer
let served: Served
beforeAll(async () => {
  ;({ world, issuer, served } = await serveWorld('AUDITOR'))
})
afterAll(() => served.close())

const ask = async (query: string, claims: object) => {
  const authorization = `Bearer ${await sign(issuer, { role: 'PROGRAMME_ADMIN', ...claims })}`
  const { data, errors }: any = await (await served.post(query, { authorization })).json()
  return { data, code: errors?.[0].extensions.code as string | undefined }
}
const nameFor = async (claims: object) => (await ask('{ viewer { name } }', claims)).data.viewer

test('somebody whose token has a name is told it, each time', async () => {
  for (const name of [NAME, 'Zoë O’Brien', NAME]) expect(await nameFor({ name })).toEqual({ name })
})

test.each([
  ['none', {}],
  ['an empty one', { name: '' }],
  ['one of two lines', { name: 'Jane\nGrey' }],
  ['one that is too long', { name: 'J'.repeat(201) }],
  ['half a letter', { name: 'Jane \ud800' }],
  ['a number', { name: 7 }],
  ['an object', { name: { first: 'Jane' } }],
])('a token with %s counts, and its bearer has no name', async (_, claims) => {
  expect(await nameFor(claims)).toEqual({ name: null })
})

test('a name is kept nowhere: in no entry, proposal or refused attempt', async () => {
  const claims = { name: NAME, sub: 'kept.nowhere' }
  const reason = 'reason: "A test."'
  const [applied, proposed, refused] = [
    await ask(`mutation { recordOrganisation(input: {
      code: "RCGP", name: "Royal College", ${reason} }) { status } }`, claims),
    await ask(`mutation { annulSuspension(input: { id: "S-1", version: 1, ${reason} }) {
      status } }`, claims),
    await ask(`mutation { endRollout(input: { id: "R-1", version: 99, ${reason} }) {
      status } }`, claims),
  ]
  expect(applied.data.recordOrganisation.status).toBe('APPLIED')
  expect(proposed.data.annulSuspension.status).toBe('AWAITING_SIGNATURES')
  expect(refused.code).toBe('STALE_VERSION')
  const tables = await world.database.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const holding = async (text: string): Promise<string[]> => {
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await world.database.query(
        `SELECT 1 FROM "${name}" AS each WHERE to_jsonb(each)::text LIKE $1 LIMIT 1`, [`%${text}%`],
      )
      if (rows.length > 0) found.push(name)
    }
    return found.sort()
  }
  expect(await holding(NAME)).toEqual([])
  expect(await holding(claims.sub)).toEqual(
    expect.arrayContaining(['ledger_entry', 'proposal', 'refused_attempt']),
  )
})
