import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import {
  done, give, practice, programme, rollout, signedByAll, suspension,
} from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

const BEGIN = '2010-01-01T09:00:00.000Z'
const PROPOSED = '2010-04-16T09:00:00.000Z'
const SIGNED = '2010-04-20T09:00:00.000Z'
const GENERAL = { code: 'GENERAL-2010', name: 'General election' }

let world: World
beforeEach(async () => {
  world = await openWorld('bodies', BEGIN)
  await programme(world)
  await practice(world, 'P84001', '5NT')
  await rollout(world, '5NT', 'ACCELERATED')
})
afterEach(() => world.close())

/** Proposes a fact that loosens, lets something happen, and signs; answers the breaches found. */
const proposedThenSigned = async (
  [name, input]: readonly [string, Record<string, unknown>],
  meanwhile: () => Promise<unknown>,
  actor: Actor = ADMIN,
) => {
  world.clock.at = PROPOSED
  const { data, errors } = await give(world, name, input, actor)
  expect(errors).toEqual([])
  const { status, proposal } = data[name]
  expect(status).toBe('AWAITING_SIGNATURES')
  await meanwhile()
  expect(await found()).toEqual([])
  world.clock.at = SIGNED
  await signedByAll(world, name, proposal.id)
  return found()
}

const found = async () => {
  const source = '{ breaches { edges { node { kind at reasons suspensions { id } } } } }'
  const { breaches } = await world.must(source, {}, ADMIN)
  return breaches.edges.map(({ node }: any) => node)
}

/** Mailed in January: by April its patients have had their notice, and the practice may upload. */
const MAILED = ['recordMailing', {
  programme: 'SCR', region: '5NT', packs: 1000, withOptOutForm: true, lastReceivedOn: '2010-01-04',
}] as const
const OPENED_AT = '2010-01-04T10:00:00.000Z'
/** What it was opened for releases the practice. */
const ASKED = ['recordConsultation', {
  programme: 'SCR', title: 'Records', audience: 'PATIENTS', regions: ['5NT'],
  openedAt: OPENED_AT, closesOn: '2010-06-01',
}] as const

const noMailing = () => suspension(world, { activities: ['INFORM'] })
/** It waits for what is told in April of January. */
const waitsForConsultation = () =>
  suspension(world, { activities: ['VIEW'] }, {
    releases: true, conditions: [{ kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' }],
  })

const PERIOD = { ...GENERAL, from: '2010-01-02T00:00:00Z', to: '2010-01-10T00:00:00Z' }

describe('a consultation that waits for signatures', () => {
  beforeEach(waitsForConsultation)

  test('is a breach of what held it on its day, whatever ended before the signature', async () => {
    const held = await noMailing()
    const ended = () =>
      done(world, 'liftSuspension', { id: held.id, version: held.version })
    const suspensions = [{ id: held.id }]
    expect(await proposedThenSigned(ASKED, ended)).toEqual([
      { kind: 'CONSULTATION', at: OPENED_AT, reasons: ['SUSPENDED'], suspensions },
    ])
  })

  test('is a breach of purdah on its day, though that was over by the signature', async () => {
    await done(world, 'setPurdah', PERIOD)
    expect(await proposedThenSigned(ASKED, async () => undefined)).toEqual([
      { kind: 'CONSULTATION', at: OPENED_AT, reasons: ['IN_PURDAH'], suspensions: [] },
    ])
  })
})

describe.each([
  ['a mailing', MAILED],
  ['a consultation', ASKED],
] as const)('%s that waits for signatures is no breach', (_, fact) => {
  beforeEach(async () => {
    if (fact === ASKED) await waitsForConsultation()
  })

  test('where what holds it came after its day, though before the signature', async () => {
    expect(await proposedThenSigned(fact, noMailing)).toEqual([])
  })

  test('where purdah began before the signature, and after its day', async () => {
    const begun = () =>
      done(world, 'setPurdah', { ...GENERAL, from: '2010-04-18T00:00:00Z', to: null })
    expect(await proposedThenSigned(fact, begun)).toEqual([])
  })
})

/** No notice counts from it, so that it frees nobody: its breach is found at once. */
test.each([
  ['held', noMailing, 'SUSPENDED'],
  ['in purdah', () => done(world, 'setPurdah', PERIOD), 'IN_PURDAH'],
])('a mailing that was %s on its day never waits', async (_, forbid, reason) => {
  await forbid()
  world.clock.at = PROPOSED
  const [name, input] = MAILED
  expect((await give(world, name, input)).data[name].status).toBe('APPLIED')
  expect(await found()).toMatchObject([
    { kind: 'MAILING', at: '2010-01-04T00:00:00.000Z', reasons: [reason] },
  ])
})

/** Recording what was said touches no ruling: it never waits, and its breach is found at once. */
test.each([
  ['in purdah, told after it', '2010-01-04', ['IN_PURDAH']],
  ['after purdah', '2010-01-11', null],
])('a statement %s never waits, and is judged by its day', async (_, givenOn, reasons) => {
  await done(world, 'setPurdah', PERIOD)
  world.clock.at = SIGNED
  const { data, errors } = await give(world, 'recordAssurance', {
    programme: 'SCR', text: 'No uploads.', wording: 'VERBATIM', givenOn, channel: 'Statement',
    ministerialStatement: true, public: true, scope: [{ activities: ['UPLOAD'] }], conditions: [],
    givenBy: [{ organisation: 'DH' }], givenTo: [{ organisation: 'BMA/GPC' }],
  })
  expect(errors).toEqual([])
  expect(data.recordAssurance.status).toBe('APPLIED')
  const at = `${givenOn}T12:00:00.000Z`
  expect(await found()).toEqual(
    reasons === null ? [] : [{ kind: 'PURDAH', at, reasons, suspensions: [] }],
  )
})
