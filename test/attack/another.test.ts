import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { breaches } from '../breaches/reports.js'
import { done, practice, reasons } from '../world/story.js'
import { ADMIN, leadOf, LIAISON, openWorld, practiceManager, SECOND_ADMIN, type World } from '../world/world.js'
import { later, moved, outcome, sign, stateOf } from './scene.js'

/**
 * Another programme, set up through the API alone and in another order: suspended before there is a
 * rollout, with other signatories, other conditions, and fewer days of notice; across the hour that
 * the clocks go forward.
 */
let world: World
beforeEach(async () => {
  world = await openWorld('bodies', '2011-03-20T10:00:00.000Z')
  for (const [code, name] of [['RCGP', 'Royal College'], ['ICO', 'Commissioner']]) {
    await done(world, 'recordOrganisation', { code, name })
  }
  await done(world, 'createProgramme', {
    code: 'GPDPR', name: 'Data for planning', noticeDaysMin: 28, validitySecondsMax: 600,
    obligations: [{ code: 'OPT_OUT', text: 'Honour every opt-out.' }],
  })
  await practice(world, 'P84001', '5NT')
  await practice(world, 'P84002', '5NT')
  await practice(world, 'P82001', '5HQ')
  await done(world, 'imposeSuspension', { ...TERMS, programme: 'GPDPR' })
})
afterEach(() => world.close())

const SINCE = '2011-03-20T10:00:00.000Z'
const CONDITIONS = [
  { kind: 'NOTICE', days: 14, since: SINCE },
  { kind: 'SIGN_OFF', organisation: 'ICO' },
]
const TERMS = {
  strength: 'BINDING', signatories: ['RCGP', 'ICO'], releases: true, conditions: CONDITIONS,
  scope: [{ activities: ['UPLOAD', 'VIEW'], regions: ['Q31'] }],
}
const of = (organisation: string) => ({ ...LIAISON, organisation, subject: `l.${organisation}` })
const [COLLEGE, COMMISSIONER] = [of('RCGP'), of('ICO')]
const ruled = (code: string, at?: string, activity = 'UPLOAD') => {
  const source = `query ($p: ID!, $at: DateTime, $activity: Activity!) {
    ruling(practice: $p, activity: $activity, programme: "GPDPR", at: $at) { reasons { code } } }`
  return world.must(source, { p: code, at, activity }, ADMIN)
    .then(({ ruling }: any) => ruling.reasons.map(({ code: each }: any) => each))
}
const SECOND = { administrator: true, organisations: [] }
const BOTH = { administrator: true, organisations: ['ICO', 'RCGP'] }
const waits = async (name: string, input: Record<string, unknown>, needs: object, actor?: any) => {
  const asked = await outcome(world, name, input, actor)
  expect({ status: asked.status, needs: asked.needs, message: asked.message })
    .toEqual({ status: 'AWAITING_SIGNATURES', needs })
  return asked.proposal as string
}
const signedBy = async (id: string, ...actors: any[]) => {
  for (const actor of actors) await sign(world, id, actor)
  return (await stateOf(world, id)).state
}
const all = [COLLEGE, COMMISSIONER, SECOND_ADMIN]
const running = async (region = '5NT', rest = {}) => {
  const planned = await done(world, 'planRollout', { programme: 'GPDPR', region, classification: 'STANDARD', ...rest })
  return done(world, 'startRollout', { id: planned.id, version: 1 })
}
const mailed = (lastReceivedOn: string, actor = leadOf('5NT'), region = '5NT') =>
  outcome(world, 'recordMailing', { programme: 'GPDPR', region, packs: 9, withOptOutForm: true, lastReceivedOn }, actor)

test('ordinary evidence by those who are named releases, where it is, and needs no signature', async () => {
  await running()
  later(world, 1)
  expect((await mailed('2011-03-21')).status).toBe('APPLIED')
  expect((await outcome(world, 'recordSignOff', { suspension: 'S-1', condition: 'c2', practices: ['P84001'] }, COMMISSIONER)).status)
    .toBe('APPLIED')
  // Fourteen days, one of them of 23 hours: the suspension lets go on 4 April, the programme on 18 April.
  expect(await ruled('P84001', '2011-04-03T22:59:59.999Z')).toEqual(['SUSPENDED', 'NOTICE_TOO_SHORT'])
  expect(await ruled('P84001', '2011-04-03T23:00:00.000Z')).toEqual(['NOTICE_TOO_SHORT'])
  expect(await ruled('P84001', '2011-04-17T22:59:59.999Z')).toEqual(['NOTICE_TOO_SHORT'])
  expect(await ruled('P84001', '2011-04-17T23:00:00.000Z')).toEqual([])
  expect(await ruled('P84002', '2011-05-01T00:00:00.000Z')).toEqual(['SUSPENDED'])
})

test('neither the department, nor another body, nor another programme meets a condition', async () => {
  await running()
  later(world, 1)
  await waits('recordMailing', {
    programme: 'GPDPR', region: '5NT', packs: 9, withOptOutForm: true, lastReceivedOn: '2011-03-21',
  }, SECOND)
  const signOff = { suspension: 'S-1', condition: 'c2' }
  expect((await outcome(world, 'recordSignOff', signOff, COLLEGE)).status).toBe('FORBIDDEN')
  expect((await outcome(world, 'recordSignOff', signOff)).status).toBe('FORBIDDEN')
  expect((await outcome(world, 'recordSignOff', { ...signOff, condition: 'c1' }, COMMISSIONER)).status).toBe('INVALID_INPUT')
  await done(world, 'createProgramme', { code: 'OTHER', name: 'Other', noticeDaysMin: 0, validitySecondsMax: 60, obligations: [] })
  await done(world, 'recordMailing', { programme: 'OTHER', region: '5NT', packs: 9, withOptOutForm: true, lastReceivedOn: '2011-03-21' })
  expect(await ruled('P84001', '2011-08-01T00:00:00.000Z')).toEqual(['SUSPENDED', 'NOTICE_TOO_SHORT'])
})

test('evidence of fifteen days ago waits, of fourteen does not: across the change of the clocks', async () => {
  await running()
  await done(world, 'recordSignOff', { suspension: 'S-1', condition: 'c2' }, COMMISSIONER)
  world.clock.at = '2011-04-05T22:30:00.000Z'
  expect((await mailed('2011-03-22')).status).toBe('APPLIED')
  world.clock.at = '2011-04-05T23:30:00.000Z'
  expect((await mailed('2011-03-22', leadOf('5HQ'), '5HQ')).status).toBe('AWAITING_SIGNATURES')
})

test('two proposals signed in either order free no more than was signed', async () => {
  await running()
  for (const order of [[0, 1], [1, 0]]) {
    const odsCode = order[0] === 0 ? 'P84001' : 'P84002'
    const two = [
      await waits('recordPractice', moved(odsCode, 1, '5QM'), BOTH),
      await waits('recordPractice', moved(odsCode, 1, '5N1'), BOTH),
    ]
    for (const place of order) await signedBy(two[place]!, COLLEGE, COMMISSIONER)
    const states = []
    for (const place of order) states.push(await signedBy(two[place]!, SECOND_ADMIN))
    expect(states).toEqual(['APPLIED', 'VOID'])
  }
})

test('a proposal is not enough once another body has become a signatory', async () => {
  const old = await waits('recordPractice', moved('P84001', 1, '5QM'), BOTH)
  await signedBy(old, COLLEGE, COMMISSIONER)
  await done(world, 'replaceSuspension', { ...TERMS, id: 'S-1', version: 1, signatories: ['BMA/GPC'] })
  expect(await signedBy(old, SECOND_ADMIN)).toBe('VOID')
  await waits('recordPractice', moved('P84001', 1, '5QM'), { administrator: true, organisations: ['BMA/GPC', 'ICO', 'RCGP'] })
})

test('a replacement asks everybody, even with no conditions, of nobody, or the very same', async () => {
  for (const rest of [
    { conditions: [], releases: false }, { conditions: CONDITIONS.slice(1) }, {}, { spareLive: true },
    { conditions: [{ ...CONDITIONS[0], days: 1 }] }, { scope: [{ activities: ['UPLOAD'], regions: ['5QM'] }] },
  ]) {
    await waits('replaceSuspension', { ...TERMS, id: 'S-1', version: 1, signatories: [], ...rest }, BOTH)
  }
  const empty = await outcome(world, 'replaceSuspension', { ...TERMS, id: 'S-1', version: 1, conditions: [] })
  expect(empty.status).toBe('INVALID_INPUT')
  const { code } = await world.ask(`mutation { replaceSuspension(input: { id: "S-1", version: 1, reason: "x",
    strength: BINDING, scope: [] }) { status } }`, {}, ADMIN)
  expect(code).toBe('INVALID_INPUT')
})

test('a dispensation that overlaps the end of another, and one signed when it is over', async () => {
  await running()
  const asked = (until: string) =>
    done(world, 'requestDispensation', { suspension: 'S-1', regions: ['5NT'], until }, leadOf('5NT'))
  const one = await asked('2011-03-30T00:00:00.000Z')
  await done(world, 'decideDispensation', { id: one.id, version: 1, granted: true })
  const two = await asked('2011-04-10T00:00:00.000Z')
  const late = await waits('decideDispensation', { id: two.id, version: 1, granted: true }, BOTH)
  await signedBy(late, COLLEGE, COMMISSIONER)
  later(world, 12)
  expect(await ruled('P84001')).toContain('SUSPENDED')
  expect(await signedBy(late, SECOND_ADMIN)).toBe('APPLIED')
  expect(await ruled('P84001')).not.toContain('SUSPENDED')
  expect(await ruled('P84001', '2011-04-10T00:00:00.000Z')).toContain('SUSPENDED')
  const three = await asked('2011-04-20T00:00:00.000Z')
  const over = await waits('decideDispensation', { id: three.id, version: 1, granted: true }, BOTH)
  later(world, 20)
  expect(await signedBy(over, ...all)).toBe('VOID')
  expect((await outcome(world, 'endDispensation', { id: two.id, version: 2, to: '2011-06-01T00:00:00.000Z' })).status)
    .toBe('ALREADY_ENDED')
})

test('scopes, rollouts and dispensations name no code that is yet to come', async () => {
  const named = [{ activities: ['UPLOAD'], practices: ['P85001'] }]
  expect((await outcome(world, 'imposeSuspension', { ...TERMS, programme: 'GPDPR', scope: named })).status).toBe('NOT_FOUND')
  const rollout = { programme: 'GPDPR', region: '5NT', classification: 'STANDARD' }
  expect((await outcome(world, 'planRollout', { ...rollout, practices: ['P85001'] })).status).toBe('NOT_FOUND')
  expect((await outcome(world, 'planRollout', { ...rollout, practices: ['P82001'] })).status).toBe('INVALID_INPUT')
})

test('a rollout that names a practice does not free it as it comes back', async () => {
  const free = await done(world, 'recordRegion', { code: 'ZZ1', name: 'Elsewhere', kind: 'PCT', parents: [{ region: 'Q39' }] })
  expect(free.code).toBe('ZZ1')
  await practice(world, 'P85001', 'ZZ1')
  await running('ZZ1', { practices: ['P85001'] })
  // Into the scope by one person, and out of it by three more.
  expect((await outcome(world, 'recordPractice', moved('P85001', 1, '5NT'))).status).toBe('APPLIED')
  expect(await ruled('P85001')).toContain('SUSPENDED')
  await waits('recordPractice', moved('P85001', 2, 'ZZ1'), BOTH)
  await waits('recordRegion', { code: '5NT', name: 'Manchester', kind: 'PCT', version: 1, parents: [{ region: 'Q39' }] }, BOTH)
  await waits('recordRegion', {
    code: '5NT', name: 'Manchester', kind: 'PCT', version: 1,
    parents: [{ region: 'Q31', to: '2012-01-01' }, { region: 'Q39', from: '2012-01-01' }],
  }, BOTH)
})

test('a suspension to come is called off by those it was promised to', async () => {
  await done(world, 'imposeSuspension', {
    ...TERMS, programme: 'GPDPR', from: '2011-06-01T00:00:00.000Z', scope: [{ activities: ['UPLOAD'], regions: ['Q39'] }],
  })
  await waits('annulSuspension', { id: 'S-2', version: 1 }, BOTH)
  const replaced = { ...TERMS, id: 'S-2', version: 1, scope: [{ activities: ['VIEW'], regions: ['Q39'] }] }
  await waits('replaceSuspension', replaced, BOTH)
  // Nobody is in its scope yet: its conditions are met nowhere, and lack nowhere.
  await waits('liftSuspension', { id: 'S-2', version: 1 }, BOTH)
})

test('weaker terms, at whatever time, ask the signatories of what is in force', async () => {
  const set = (rest: object) => ({ code: 'GPDPR', version: 1, ...rest })
  later(world, 1)
  await waits('setProgramme', set({ noticeDaysMin: 27 }), BOTH)
  await waits('setProgramme', set({ validitySecondsMax: 601 }), BOTH)
  await waits('setProgramme', set({ obligations: [] }), BOTH)
  await waits('setProgramme', set({ obligations: [{ code: 'OPT_OUT', text: 'Honour some.' }] }), BOTH)
  await waits('setProgramme', set({ noticeDaysMin: 1, from: '2012-01-01T00:00:00.000Z' }), BOTH)
  expect((await outcome(world, 'setProgramme', set({ noticeDaysMin: 1, from: '2011-03-20T10:00:00.000Z' }))).status).toBe('INVALID_INPUT')
  expect((await outcome(world, 'setProgramme', set({ noticeDaysMin: 1, from: '2011-03-01T00:00:00.000Z' }))).status).toBe('INVALID_INPUT')
  // Stricter for a day, and back: the second step is the weaker one.
  expect((await outcome(world, 'setProgramme', set({ noticeDaysMin: 60 }))).status).toBe('APPLIED')
  later(world, 1)
  await waits('setProgramme', { code: 'GPDPR', version: 2, noticeDaysMin: 28 }, BOTH)
})

test('purdah is shortened by nobody alone: its beginning, its end, or a period for another', async () => {
  const period = { code: 'LOCAL-2011', name: 'Local elections', from: '2011-03-22T00:00:00.000Z', to: '2011-05-06T21:00:00.000Z' }
  await done(world, 'setPurdah', period)
  for (const rest of [
    { to: '2011-05-06T20:59:59.999Z' }, { from: '2011-03-22T00:00:00.001Z' },
    { from: '2011-03-01T00:00:00.000Z', to: '2011-03-20T00:00:00.000Z' },
  ]) await waits('setPurdah', { ...period, ...rest, version: 1 }, BOTH)
  expect((await outcome(world, 'setPurdah', { ...period, to: null, version: 1 })).status).toBe('APPLIED')
  await waits('setPurdah', { ...period, version: 2 }, BOTH)
  world.clock.at = '2011-05-07T09:00:00.000Z'
  const open = { programme: 'GPDPR', title: 'T', audience: 'PRACTICES', regions: ['5NT'], closesOn: '2011-10-01' }
  expect((await outcome(world, 'openConsultation', open)).status).toBe('IN_PURDAH')
  await done(world, 'recordConsultation', { ...open, openedAt: '2011-05-07T08:00:00.000Z' })
  expect(await breaches(world, ADMIN)).toMatchObject([{ kind: 'CONSULTATION', reasons: ['IN_PURDAH'] }])
})

test('one person signs once, whatever token, and nobody signs the own proposal', async () => {
  const id = await waits('annulSuspension', { id: 'S-1', version: 1 }, BOTH)
  const who = async (actor: any) => (await sign(world, id, actor)).code
  const { issuer, subject } = ADMIN
  expect(await who(ADMIN)).toBe('OWN_PROPOSAL')
  expect(await who({ ...COLLEGE, issuer, subject })).toBe('OWN_PROPOSAL')
  expect(await who(COLLEGE)).toBeNull()
  expect(await who({ ...COMMISSIONER, subject: COLLEGE.subject })).toBe('ALREADY_SIGNED')
  expect(await who({ ...SECOND_ADMIN, subject: COLLEGE.subject })).toBe('ALREADY_SIGNED')
  expect(await who(LIAISON)).toBe('NOT_FOUND')
  expect(await who({ ...COLLEGE, subject: 'another' })).toBe('NOT_ASKED')
  later(world, 28)
  expect(await who(COMMISSIONER)).toBe('ALREADY_ENDED')
})

test('a released practice is held again as evidence ceases, and lets go of nobody else', async () => {
  await running()
  later(world, 1)
  await mailed('2011-03-21')
  const signOff = await done(world, 'recordSignOff', { suspension: 'S-1', condition: 'c2' }, COMMISSIONER)
  later(world, 40)
  expect(await ruled('P84001')).toEqual([])
  expect(await ruled('P82001')).toContain('SUSPENDED')
  // A further mailing begins the notice anew, for the condition as for the programme.
  await mailed('2011-04-30')
  expect(await ruled('P84001')).toEqual(['SUSPENDED', 'NOTICE_TOO_SHORT'])
  later(world, 30)
  expect(await ruled('P84001')).toEqual([])
  await done(world, 'withdrawSignOff', { id: signOff.id, version: 1 }, COMMISSIONER)
  expect(await ruled('P84001')).toEqual(['SUSPENDED'])
})

test('to close all practices for the moment lifts nothing without the signatories', async () => {
  for (const code of ['P84001', 'P84002']) await done(world, 'recordPractice', moved(code, 1, '5NT', { openTo: '2011-03-20' }))
  await done(world, 'recordPractice', moved('P82001', 1, '5HQ', { openTo: '2011-03-20' }))
  await waits('liftSuspension', { id: 'S-1', version: 1 }, BOTH)
})

test('a practice takes more time for itself, and nobody else takes it back', async () => {
  const mine = practiceManager('P84001')
  const own = (practices: string[]) => ({
    programme: 'GPDPR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices }],
  })
  expect((await outcome(world, 'imposeSuspension', own(['P84001', 'P84002']), mine)).status).toBe('FORBIDDEN')
  const { thing } = await outcome(world, 'imposeSuspension', own(['P84001']), mine)
  for (const name of ['liftSuspension', 'annulSuspension']) {
    expect((await outcome(world, name, { id: thing.id, version: 1 })).status).toBe('FORBIDDEN')
  }
  expect((await outcome(world, 'replaceSuspension', { ...TERMS, id: thing.id, version: 1 })).status).toBe('FORBIDDEN')
  expect((await outcome(world, 'liftSuspension', { id: thing.id, version: 1 }, mine)).status).toBe('APPLIED')
  expect(await reasons(world, 'P84001', {}, ADMIN).catch(() => ['no SCR'])).toEqual(['no SCR'])
})
