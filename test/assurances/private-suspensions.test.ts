import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, give, practice, programme, rollout } from '../world/story.js'
import { LIAISON, leadOf, openWorld, partner, practiceManager, type World } from '../world/world.js'
import { assurance } from './story.js'

const RCGP: Actor = { ...LIAISON, organisation: 'RCGP', subject: 'r.liaison' }
const REASON = 'Until patients have been asked.'

const OTHERS: [string, Actor | null][] = [
  ['anybody', null],
  ['a supplier', partner('EMIS')],
  ['the practice that it holds', practiceManager('P82001')],
  ['the region', leadOf('5HQ')],
  ['another body’s liaison', RCGP],
]

let world: World
let secret: string
let held: string
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-20T08:00:00.000Z')
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await rollout(world, '5HQ', 'STANDARD')
  secret = (await assurance(world, { public: false, text: 'A word in private.' })).id
  held = (
    await done(world, 'imposeSuspension', {
      programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'] }],
      assurance: secret, reason: REASON, releases: true,
      conditions: [{ kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' }],
    })
  ).id
  const wanted = { suspension: held, regions: ['5HQ'], until: '2010-05-01T00:00:00Z' }
  await done(world, 'requestDispensation', wanted, leadOf('5HQ'))
})
afterAll(() => world.close())

const FIELDS = `id reason conditions { kind audience } signatories { code } assurance { id text }
  dispensations { suspension { assurance { id } } }`
const SHOWN = (assured: object | null) => ({
  id: held,
  reason: REASON,
  conditions: [{ kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' }],
  signatories: [{ code: 'BMA/GPC' }],
  assurance: assured && expect.objectContaining(assured),
  dispensations: [{ suspension: { assurance: assured && { id: secret } } }],
})

describe('a suspension made for a private assurance shows its reason and conditions, and', () => {
  const READ = `query ($id: ID!) {
    suspension(id: $id) { ${FIELDS} } suspensions { edges { node { ${FIELDS} } } } }`

  test.each(OTHERS)('nothing of the assurance to %s', async (_, actor) => {
    const { suspension, suspensions } = await world.must(READ, { id: held }, actor)
    expect(suspension).toEqual(SHOWN(null))
    expect(suspensions.edges).toEqual([{ node: SHOWN(null) }])
  })

  test('its link to the recipient', async () => {
    const { suspension } = await world.must(READ, { id: held }, LIAISON)
    expect(suspension).toEqual(SHOWN({ id: secret, text: 'A word in private.' }))
  })

  test.each([
    ['a supplier', partner('EMIS')],
    ['the practice', practiceManager('P82001')],
  ])('rulings tell %s why, and nothing of the assurance', async (_, actor) => {
    const source = `{ ruling(practice: "P82001") { reasons { code message remedy
      suspension { ${FIELDS} } } } }`
    const { ruling } = await world.must(source, {}, actor)
    const reason = ruling.reasons.find(({ code }: any) => code === 'SUSPENDED')
    expect(reason.suspension).toEqual(SHOWN(null))
    expect(reason.message).toContain(REASON)
    expect(JSON.stringify(ruling)).not.toMatch(new RegExp(`private|"${secret}"`))
  })
})

describe('whether a private assurance exists is told by no refusal to', () => {
  const clause = { activities: ['UPLOAD'], practices: ['P82001'] }
  const input = { programme: 'SCR', scope: [clause] }
  const refusal = async (id: string, actor: Actor | null, strength: string) => {
    const given = { ...input, strength, assurance: id }
    const { errors } = await give(world, 'imposeSuspension', given, actor)
    return JSON.parse(JSON.stringify(errors).replaceAll(id, 'ID'))
  }

  test.each(OTHERS)('%s, who may not impose a suspension for any', async (_, actor) => {
    for (const strength of ['BINDING', 'ADVISORY']) {
      const told = await refusal(secret, actor, strength)
      expect(told).toEqual(await refusal('A-99', actor, strength))
      expect(told[0].extensions.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/)
    }
  })
})
