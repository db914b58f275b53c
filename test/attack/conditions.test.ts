import { afterEach, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, mailing, reasons, suspension } from '../world/story.js'
import { ADMIN, leadOf, LIAISON, practiceManager, type World } from '../world/world.js'
import { later, moved, outcome, scene } from './scene.js'

let world: World
afterEach(() => world.close())

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const OPENED = { kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' }
const CONCLUDED = { kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' }
const SIGNED_OFF = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }
const DEPARTMENTS = { kind: 'SIGN_OFF', organisation: 'DH' }
const notice = (days: number, since: string) => ({ kind: 'NOTICE', days, since })

const lead = leadOf('5NT')
const LATER = { at: '2010-12-01T00:00:00.000Z' }
const BOTH = { administrator: true, organisations: ['BMA/GPC'] }
const FREE = { status: 'APPLIED', needs: null }
const WAITS = { status: 'AWAITING_SIGNATURES', needs: BOTH }

const held = (...conditions: object[]) =>
  suspension(world, {}, { releases: true, conditions, signatories: ['BMA/GPC'] })
const mailed = (lastReceivedOn: string, by: Actor = lead) =>
  outcome(world, 'recordMailing', {
    programme: 'SCR', region: '5NT', packs: 9, withOptOutForm: true, lastReceivedOn,
  }, by)
const agree = (code = 'P84001') => {
  const input = { programme: 'SCR', practice: code, matter: 'INFORMED' }
  return outcome(world, 'recordAgreement', input, practiceManager(code))
}
const consult = (rest: object, name = 'openConsultation', by: Actor = lead) =>
  outcome(world, name, {
    programme: 'SCR', title: 'Records', audience: 'PATIENTS', regions: ['5NT'], ...rest,
  }, by)
const conclude = (id: string, by: Actor = lead) => {
  const evidence = { name: 'Report', sha256: 'ab'.repeat(32) }
  const input = { id, version: 1, outcome: 'Nobody answered.', evidence }
  return outcome(world, 'concludeConsultation', input, by)
}
/** Whatever came of one half: the practice agrees, and is held all the same. */
const heldThoughItAgrees = async () => {
  expect((await agree()).status).toBe('APPLIED')
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
}

describe('what needs signatures to release needs them, too, while another condition is unmet', () => {
  test('a consultation of one day', async () => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(CONCLUDED, AGREED)
    const deviation = { reference: 'So I was told', reason: 'Haste.' }
    const { thing } = await consult({ closesOn: '2010-04-17', deviation })
    later(world, 1)
    expect(await conclude(thing.id)).toMatchObject(WAITS)
    await heldThoughItAgrees()
  })

  test('a consultation of one day, where it is enough to open one', async () => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(OPENED, AGREED)
    const deviation = { reference: 'So I was told', reason: 'Haste.' }
    expect(await consult({ closesOn: '2010-04-17', deviation })).toMatchObject(WAITS)
    await heldThoughItAgrees()
  })

  test('a consultation that is told of afterwards', async () => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(CONCLUDED, AGREED)
    const dates = { openedAt: '2009-06-01T10:00:00.000Z', closesOn: '2009-12-01' }
    const { thing } = await consult(dates, 'recordConsultation')
    expect(await conclude(thing.id)).toMatchObject(WAITS)
    await heldThoughItAgrees()
  })

  test('a mailing voided, so that an older one counts', async () => {
    world = await scene({ '5NT': 'ACCELERATED' }, null)
    await mailing(world, '5NT', '2009-06-01')
    await mailing(world, '5NT', '2010-01-10')
    await held(notice(112, '2009-01-01T00:00:00.000Z'), AGREED)
    expect(await outcome(world, 'voidMailing', { id: 'M-2', version: 1 }, lead))
      .toMatchObject(WAITS)
    await heldThoughItAgrees()
  })

  test('a mailing of six months ago', async () => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(notice(84, '2009-07-01T00:00:00.000Z'), AGREED)
    expect(await mailed('2009-10-01')).toMatchObject(WAITS)
    await heldThoughItAgrees()
  })

  test.each([
    ['before the practice agrees', false],
    ['after it has agreed', true],
  ])('a move to where a sign-off was given, %s', async (_, hasAgreed) => {
    world = await scene({ ENG: 'ACCELERATED' })
    await held(SIGNED_OFF, AGREED)
    const signOff = { suspension: 'S-1', condition: 'c1', regions: ['5QM'] }
    await done(world, 'recordSignOff', signOff, LIAISON)
    if (hasAgreed) await agree()
    expect(await outcome(world, 'recordPractice', moved('P84001', 1, '5QM')))
      .toMatchObject(WAITS)
    if (!hasAgreed) await heldThoughItAgrees()
    expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
  })
})

describe('the department’s ordinary word meets a condition, and releases nobody', () => {
  const closesOn = '2010-07-20'
  test.each<[string, object, () => Promise<any>]>([
    ['a mailing', notice(1, '2010-04-01T00:00:00.000Z'), () => mailed('2010-04-16', ADMIN)],
    ['a consultation', OPENED, () => consult({ closesOn }, 'openConsultation', ADMIN)],
    ['a sign-off', DEPARTMENTS, () =>
      outcome(world, 'recordSignOff', { suspension: 'S-1', condition: 'c1' }, {
        ...LIAISON, organisation: 'DH',
      })],
  ])('%s', async (_, condition, tell) => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(condition, AGREED)
    expect(await tell()).toMatchObject(FREE)
    expect(await reasons(world, 'P84001', LATER)).toEqual(['SUSPENDED'])
    await agree()
    expect(await reasons(world, 'P84001', LATER)).toEqual([])
    // The other way round it would release by itself.
    await world.close()
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(condition, AGREED)
    await agree()
    expect(await tell()).toMatchObject(WAITS)
    expect(await reasons(world, 'P84001', LATER)).toEqual(['SUSPENDED'])
  })

  test('an old mailing of its own meets none', async () => {
    world = await scene({ '5NT': 'ACCELERATED' })
    await held(notice(1, '2010-04-01T00:00:00.000Z'), AGREED)
    later(world, 15)
    expect(await mailed('2010-04-16', ADMIN)).toMatchObject(WAITS)
  })
})

describe('a mailing that is a breach', () => {
  const soon = (days: number) => notice(days, '2010-04-01T00:00:00.000Z')

  test('releases nobody from the suspension that forbade it', async () => {
    world = await scene({ '5NT': 'ACCELERATED' }, '2009-06-01')
    const everything = { activities: ['INFORM', 'UPLOAD', 'VIEW'] }
    await suspension(world, everything, { releases: true, conditions: [soon(84)] })
    later(world, 2)
    const told = await mailed('2010-04-17')
    expect(told).toMatchObject({ status: 'APPLIED', thing: { breach: 'B-1' } })
    later(world, 100)
    expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
    expect((await mailed('2010-07-20')).thing).toMatchObject({ breach: 'B-2' })
  })

  test('gives no notice either, as a lawful one does', async () => {
    world = await scene({ '5NT': 'ACCELERATED', '5HQ': 'ACCELERATED' }, null)
    const hold = await suspension(world, { activities: ['INFORM'], regions: ['5NT'] })
    later(world, 2)
    expect((await mailed('2010-04-17')).thing).toMatchObject({ breach: 'B-1' })
    await done(world, 'liftSuspension', { id: hold.id, version: 1 })
    expect(await reasons(world, 'P84001', LATER)).toEqual(['NOTICE_TOO_SHORT'])
    later(world, 1)
    expect((await mailed('2010-04-19')).thing).toMatchObject({ breach: null })
    expect(await reasons(world, 'P84001', LATER)).toEqual([])
  })
})
