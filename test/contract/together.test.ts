import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { together } from '../../api/http/together.js'
import { serveWorld, sign, type Served, type Signer } from '../access/served.js'
import type { World } from '../world/world.js'

const TOGETHER = 64
const SMALL_BYTES = 16_384

let world: World
let issuer: Signer
let served: Served

beforeAll(async () => {
  ;({ world, issuer, served } = await serveWorld('AUDITOR'))
})
afterAll(() => served.close())

const QUERY = `query ($practice: ID!) {
  viewer { subject }
  ruling(practice: $practice) { practiceCode outcome at }
}`

/** One question, in the name of somebody of its own. */
const askAs = async (subject: string, practice: string) => {
  const authorization = `Bearer ${await sign(issuer, { sub: subject, role: 'AUDITOR' })}`
  const requestId = randomUUID()
  return async () => {
    const headers = { authorization, 'x-request-id': requestId }
    const response = await served.post(QUERY, headers, { practice })
    const { data }: any = await response.json()
    const { viewer, ruling } = data
    const named = response.headers.get('x-request-id') === requestId
    return { subject: viewer.subject, practiceCode: ruling.practiceCode, named }
  }
}

test('requests that come together are each answered their own', async () => {
  const practices = Array.from(world.maker.follower.current.all('practice'), (it) => it.odsCode)
  const asked = practices.slice(0, 3 * TOGETHER).map((practice, n) => ({ practice, as: `p${n}` }))
  const ask = await Promise.all(asked.map(({ as, practice }) => askAs(as, practice)))
  const answers = await Promise.all(ask.map((each) => each()))
  expect(answers).toEqual(
    asked.map(({ as, practice }) => ({ subject: as, practiceCode: practice, named: true })),
  )
})

test('a wrong one among them spoils none of the others', async () => {
  const wrong = [
    () => served.post('{ nothing }'),
    () => served.post(QUERY, { authorization: 'Bearer a.b.c' }, { practice: 'DEMO00001' }),
    () => served.post('query ($practice: ID!) { ruling(practice: $practice) { at } }'),
  ]
  const right = () => served.post('{ __typename }')
  const all = await Promise.all([right, ...wrong, right].map((each) => each()))
  expect(all.map(({ status }) => status)).toEqual([200, 400, 401, 400, 200])
})

test('so many go on in one turn, in the order they came, the rest in the next', async () => {
  const gone: number[] = []
  const all = Array.from({ length: TOGETHER + 1 }, (_, n) => together(0).then(() => gone.push(n)))
  await setImmediate()
  expect(gone).toEqual(Array.from({ length: TOGETHER }, (_, n) => n))
  await Promise.all(all)
  expect(gone.at(-1)).toBe(TOGETHER)
})

test.each([
  ['one of as many bytes as are few waits for the turn', SMALL_BYTES, false],
  ['one of more goes on at once', SMALL_BYTES + 1, true],
  ['so does one of which nobody said how many it has', Infinity, true],
])('%s', async (_, bytes, atOnce) => {
  let gone = false
  const going = together(bytes).then(() => (gone = true))
  await Promise.resolve()
  expect(gone).toBe(atOnce)
  await going
  expect(gone).toBe(true)
})
