import { afterEach, expect, test } from '@jest/globals'
import { breaches, report } from '../breaches/reports.js'
import { done, mailing, reasons, suspension } from '../world/story.js'
import { ADMIN, leadOf, practiceManager, type World } from '../world/world.js'
import { later, outcome, scene } from './scene.js'

let world: World
afterEach(() => world.close())

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const live = (code: string) => world.follower.current.get('live', `SCR/${code}`)
const upload = (practice: string) => report(world, [{ practice }])
const sparing = async (rest = {}) => (await suspension(world, {}, { spareLive: true, ...rest })).spared

test('who went live by a breach waits for a new notice, as who is not live does', async () => {
  world = await scene({ ENG: 'ACCELERATED' }, '2010-01-01')
  await suspension(world, { practices: ['P84001'] }, { releases: true, conditions: [AGREED] })
  // Both have had their notice since 26 March; one of them is held.
  for (const code of ['P84001', 'P84002']) await upload(code)
  later(world, 10)
  await done(world, 'recordAgreement', { programme: 'SCR', practice: 'P84001', matter: 'INFORMED' }, practiceManager('P84001'))
  expect([await reasons(world, 'P84001'), await reasons(world, 'P84002')]).toEqual([[], []])
  await mailing(world, '5NT', '2010-04-20')
  expect([await reasons(world, 'P84001'), await reasons(world, 'P84002')])
    .toEqual([['NOTICE_TOO_SHORT'], []])
})

test('who went live by a breach, and was never mailed, is permitted once it is', async () => {
  world = await scene({ ENG: 'ACCELERATED' }, null)
  await upload('P84001')
  expect((await breaches(world, ADMIN)).map(({ reasons: why }) => why)).toEqual([['NOTICE_TOO_SHORT']])
  later(world, 1)
  await mailing(world, '5NT', '2010-04-17')
  later(world, 83)
  expect(await reasons(world, 'P84001', { at: '2010-07-09T22:59:59.999Z' })).toEqual(['NOTICE_TOO_SHORT'])
  expect(await reasons(world, 'P84001', { at: '2010-07-09T23:00:00.000Z' })).toEqual([])
})

test('the live are spared, but not who is live by nothing but breaches', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  const own = await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices: ['P84001'] }],
  }, practiceManager('P84001'))
  for (const code of ['P84001', 'P84002']) await upload(code)
  const [breach] = await breaches(world, ADMIN)
  expect(live('P84001')).toMatchObject({ liveFrom: world.clock.at, breach: breach.id, permittedFrom: null })
  expect(live('P84002')).toMatchObject({ liveFrom: world.clock.at, breach: null })
  expect(await sparing()).toEqual(['P84002'])
  await done(world, 'annulSuspension', { id: 'S-2', version: 1 })
  await done(world, 'liftSuspension', { id: own.id, version: 1 }, practiceManager('P84001'))
  later(world, 1)
  await upload('P84001')
  expect(live('P84001')).toMatchObject({ liveFrom: '2010-04-16T10:00:00.000Z', permittedFrom: world.clock.at })
  expect(await sparing()).toEqual(['P84001', 'P84002'])
})

test('a night with a breach and a permitted upload: from the permitted one it counts', async () => {
  world = await scene({ ENG: 'ACCELERATED' }, '2010-01-23')
  // The notice ends on 17 April, at midnight in London.
  world.clock.at = '2010-04-17T02:00:00.000Z'
  await report(world, [
    { practice: 'P84001', night: '2010-04-16', uploadedAt: '2010-04-16T23:00:00.000Z' },
    { practice: 'P84001', night: '2010-04-16', uploadedAt: '2010-04-16T22:59:59.000Z' },
  ])
  expect(live('P84001')).toMatchObject({
    liveFrom: '2010-04-16T22:59:59.000Z', permittedFrom: '2010-04-16T23:00:00.000Z',
  })
})

test('a replacement that spares the live goes on holding who is live by a breach', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  for (const code of ['P82001']) await upload(code)
  const held = await suspension(world, {}, { spareLive: true })
  await upload('P84001')
  const replaced = await done(world, 'replaceSuspension', {
    id: held.id, version: 1, strength: 'BINDING', scope: [{ activities: ['UPLOAD'] }], spareLive: true,
  })
  expect(replaced.spared).toEqual(['P82001'])
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
})

test('a first upload of a held practice that the department tells of is a breach as well', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  later(world, 1)
  await suspension(world, { practices: ['P84001'] })
  later(world, 1)
  const told = (practice: string, at: string) =>
    done(world, 'recordFirstUploads', { programme: 'SCR', practices: [practice], at })
  await told('P84001', world.clock.at)
  await told('P84002', world.clock.at)
  const found = await breaches(world, ADMIN)
  expect(found).toMatchObject([{
    kind: 'UPLOAD', practice: { odsCode: 'P84001' }, of: 'SCR/P84001', reasons: ['SUSPENDED'],
    suspensions: [{ id: 'S-1' }], permitted: false,
  }])
  expect(await sparing()).toEqual(['P84002'])
})

test('what the department tells of a day before it was held is no breach', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, {}, { from: '2010-04-17T10:00:00.000Z' })
  later(world, 2)
  const at = '2010-04-17T09:59:59.999Z'
  await done(world, 'recordFirstUploads', { programme: 'SCR', practices: ['P84001'], at })
  await done(world, 'recordFirstUploads', { programme: 'SCR', practices: ['P84002'], at: '2010-04-17T10:00:00.000Z' })
  expect((await breaches(world, ADMIN)).map(({ practice }) => practice.odsCode)).toEqual(['P84002'])
})

test('a consultation told of afterwards frees nobody unsigned, however long it says it was', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  const asked = { kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS', since: '2009-01-01T00:00:00.000Z' }
  await suspension(world, {}, { releases: true, conditions: [asked] })
  const lead = leadOf('5NT')
  const told = await outcome(world, 'recordConsultation', {
    programme: 'SCR', title: 'Long ago', audience: 'PATIENTS', regions: ['5NT'],
    openedAt: '2009-12-01T09:00:00.000Z', closesOn: '2010-04-10',
  }, lead)
  expect(told.status).toBe('APPLIED')
  const concluded = await outcome(world, 'concludeConsultation', {
    id: told.thing.id, version: 1, outcome: 'All agreed.', evidence: { name: 'R', sha256: 'ab'.repeat(32) },
  }, lead)
  expect(concluded.status).toBe('AWAITING_SIGNATURES')
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
})

test('to say that a consultation was opened meets no condition unsigned', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  const opened = { kind: 'CONSULTATION_OPENED', audience: 'PRACTICES', since: '2009-01-01T00:00:00.000Z' }
  await suspension(world, {}, { releases: true, conditions: [opened] })
  const told = await outcome(world, 'recordConsultation', {
    programme: 'SCR', title: 'Told', audience: 'PRACTICES', regions: ['5NT'],
    openedAt: '2010-04-16T09:00:00.000Z', closesOn: '2010-07-20',
  }, leadOf('5NT'))
  expect(told.status).toBe('AWAITING_SIGNATURES')
})

test('patients are not asked by closing or moving the practices for that moment', async () => {
  world = await scene()
  await suspension(world, { activities: ['INFORM'], regions: ['5NT'] })
  for (const odsCode of ['P84001', 'P84002']) {
    await done(world, 'recordPractice', {
      odsCode, name: odsCode, version: 1, suppliers: [], memberships: [{ region: '5NT' }], openTo: '2010-04-16',
    })
  }
  const asked = (audience: string) => outcome(world, 'openConsultation', {
    programme: 'SCR', title: 'Asked', audience, regions: ['5HQ', 'Q31'], closesOn: '2010-08-01',
  })
  expect(await asked('PATIENTS')).toMatchObject({ status: 'SUSPENDED', message: expect.stringContaining('S-1') })
  expect((await asked('PRACTICES')).status).toBe('APPLIED')
})

test('what waits for patients to be asked does not forbid to ask them', async () => {
  world = await scene()
  await suspension(world, { activities: ['INFORM'] }, { conditions: [{ kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' }] })
  const open = () => outcome(world, 'openConsultation', {
    programme: 'SCR', title: 'Asked', audience: 'PATIENTS', regions: ['5NT'], closesOn: '2010-08-01',
  })
  expect((await open()).status).toBe('APPLIED')
  await suspension(world, { activities: ['INFORM'] }, { conditions: [{ kind: 'CONSULTATION_CONCLUDED', audience: 'PRACTICES' }] })
  expect(await open()).toMatchObject({ status: 'SUSPENDED', message: expect.stringContaining('held by S-2, for') })
})
