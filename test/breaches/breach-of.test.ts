import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  AssuranceFact, BreachFact, ConsultationFact, MailingFact,
} from '../../api/register/facts.js'
import { breachOfConsultation, breachOfMailing } from '../../api/rules/breach-of.js'
import { breaks } from '../../api/rules/breaks.js'
import { rulerOf } from '../../api/rules/ruler.js'
import { practice, programme, rollout, suspension } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'

let world: World
let held: any
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P84001', '5NT', { suppliers: [{ supplier: 'TPP' }] })
  await rollout(world, 'Q31', 'ACCELERATED')
  held = await suspension(world, { activities: ['INFORM'], regions: ['5HQ'] })
})
afterAll(() => world.close())

const register = () => world.follower.current

const inPurdah = () => {
  const fork = register().fork()
  const [from, to] = ['2010-04-06T00:00:00.000Z', '2010-05-07T00:00:00.000Z']
  fork.put('purdah', { code: 'GENERAL-2010', name: 'General election', from, to, version: 1 })
  return fork
}

describe('a mailing is a breach', () => {
  const MAILING: MailingFact = {
    id: 'M-9',
    programme: 'SCR',
    region: 'Q31',
    practices: null,
    packs: 1000,
    plannedFor: null,
    exemption: null,
    breach: null,
    lastReceivedOn: '2010-04-17',
    withOptOutForm: false,
    voidedAt: null,
    version: 1,
  }
  const breach = (rest: Partial<MailingFact>) =>
    breachOfMailing(register(), { ...MAILING, ...rest })

  test('once, where it reached patients of a practice that was held', () => {
    expect(breach({})).toEqual({
      kind: 'MAILING',
      programme: 'SCR',
      practice: null,
      region: 'Q31',
      at: '2010-04-16T23:00:00.000Z',
      of: 'M-9',
      reasons: ['SUSPENDED'],
      suspensions: [held.id],
      permitted: false,
    })
  })

  test.each([
    ['it named others', { practices: ['P84001'] }],
    ['it went elsewhere', { region: '5NT' }],
    ['it came before the suspension', { lastReceivedOn: '2010-04-16' }],
    ['it was only planned', { lastReceivedOn: null, plannedFor: '2010-05-01' }],
    ['it was recorded in error', { voidedAt: '2010-04-18T08:00:00.000Z' }],
    ['another programme made it', { programme: 'OTHER' }],
  ])('unless %s', (_, rest) => {
    expect(breach(rest)).toBeNull()
  })

  test.each([
    ['2010-04-06', null, []],
    ['2010-04-07', null, ['IN_PURDAH']],
    ['2010-05-07', null, ['IN_PURDAH']],
    ['2010-05-08', null, []],
    ['2010-04-20', 'CO/2010/7', []],
  ])('in purdah without an exemption: received on %s with %s', (day, exemption, reasons) => {
    const elsewhere = { ...MAILING, region: '5NT', lastReceivedOn: day, exemption }
    expect(breachOfMailing(inPurdah(), elsewhere)?.reasons ?? []).toEqual(reasons)
  })

  test('for both reasons at once', () => {
    const received = { ...MAILING, lastReceivedOn: '2010-04-20' }
    expect(breachOfMailing(inPurdah(), received)).toMatchObject({
      reasons: ['SUSPENDED', 'IN_PURDAH'], suspensions: [held.id],
    })
  })
})

describe('a consultation is a breach', () => {
  const CONSULTATION: ConsultationFact = {
    id: 'C-9',
    programme: 'SCR',
    title: 'Records',
    audience: 'PATIENTS',
    regions: ['5HQ'],
    openedAt: '2010-04-17T08:00:00.000Z',
    recordedAt: null,
    closesOn: '2010-08-01',
    deviation: null,
    exemption: null,
    responses: 0,
    concludedAt: null,
    outcome: null,
    evidence: null,
    version: 1,
  }
  test('where patients were asked and might not be mailed', () => {
    expect(breachOfConsultation(register(), CONSULTATION)).toMatchObject({
      kind: 'CONSULTATION', region: '5HQ', reasons: ['SUSPENDED'], suspensions: [held.id],
    })
  })

  test.each([
    ['practices were asked', { audience: 'PRACTICES' as const }],
    ['it was elsewhere', { regions: ['5NT'] }],
  ])('unless %s', (_, rest) => {
    expect(breachOfConsultation(register(), { ...CONSULTATION, ...rest })).toBeNull()
  })

  test('nor where what holds it waits for patients to be asked', async () => {
    const fork = register().fork()
    const suspension = fork.get('suspension', held.id)!
    const condition = {
      id: 'c1', kind: 'CONSULTATION_OPENED' as const, days: null, party: null, matter: null,
      organisation: null, since: suspension.from,
    }
    const waitsFor = (audience: 'PATIENTS' | 'PRACTICES') => {
      fork.put('suspension', { ...suspension, conditions: [{ ...condition, audience }] })
      return breachOfConsultation(fork, CONSULTATION)
    }
    expect(waitsFor('PATIENTS')).toBeNull()
    expect(waitsFor('PRACTICES')).toMatchObject({ suspensions: [held.id] })
  })

  test.each([
    ['2010-04-06T00:00:00.000Z', null, ['IN_PURDAH']],
    ['2010-04-05T23:59:59.999Z', null, null],
    ['2010-05-07T00:00:00.000Z', null, null],
    ['2010-04-20T08:00:00.000Z', 'CO/2010/7', null],
  ])('in purdah without an exemption: opened at %s with %s', (openedAt, exemption, reasons) => {
    const elsewhere = { ...CONSULTATION, regions: ['5NT', '5PY'], openedAt, exemption }
    const breach = breachOfConsultation(inPurdah(), elsewhere)
    expect(breach?.reasons ?? null).toEqual(reasons)
    expect(breach?.region ?? null).toBeNull()
  })
})

describe('a breach breaks an assurance', () => {
  const CLAUSE = {
    activities: ['UPLOAD' as const],
    classifications: null,
    regions: null,
    practices: null,
    suppliers: null,
  }
  const ASSURANCE: AssuranceFact = {
    id: 'A-1',
    programme: 'SCR',
    text: 'Uploading is suspended.',
    wording: 'VERBATIM',
    reportedBy: null,
    givenBy: [{ organisation: 'DH', person: null, office: null }],
    givenTo: [{ organisation: 'BMA/GPC', person: null, office: null }],
    givenOn: '2010-04-16',
    channel: 'letter',
    document: null,
    public: true,
    scope: [CLAUSE],
    conditions: [],
    supersedes: null,
    reaffirms: null,
    withdrawnAt: null,
    ministerialStatement: false,
    recordedBy: 'DH',
    version: 1,
  }
  const BREACH: BreachFact = {
    id: 'B-1',
    kind: 'UPLOAD',
    programme: 'SCR',
    practice: 'P82001',
    region: '5HQ',
    at: '2010-04-17T08:00:00.000Z',
    of: 'some report',
    reasons: ['SUSPENDED'],
    suspensions: [],
    permitted: false,
    version: 1,
  }
  const broken = (breach: Partial<BreachFact>, assurance: Partial<AssuranceFact> = {}) => {
    const ruler = rulerOf(register(), 'SCR', Date.parse(world.clock.at))!
    return breaks(ruler, { ...BREACH, ...breach }, { ...ASSURANCE, ...assurance })
  }
  const narrowed = (rest: object) => ({ scope: [{ ...CLAUSE, ...rest }] })

  test.each([
    ['of its region', {}, narrowed({ regions: ['Q31'] }), true],
    ['of another region', {}, narrowed({ regions: ['Q32'] }), false],
    ['of its wave', {}, narrowed({ classifications: ['ACCELERATED'] }), true],
    ['of another wave', {}, narrowed({ classifications: ['STANDARD'] }), false],
    ['of its supplier', {}, narrowed({ suppliers: ['EMIS'] }), true],
    ['of another supplier', {}, narrowed({ suppliers: ['TPP'] }), false],
    ['of another activity', {}, narrowed({ activities: ['INFORM'] }), false],
    ['on the day it was given', { at: '2010-04-15T23:00:00.000Z' }, {}, true],
    ['on the day before', { at: '2010-04-15T22:59:59.999Z' }, {}, false],
    ['though it was withdrawn', {}, { withdrawnAt: '2010-04-17T08:00:00.000Z' }, true],
    ['of another programme', { programme: 'OTHER' }, {}, false],
    ['of an unknown practice', { practice: 'NOBODY' }, {}, false],
    ['not, where it was itself a breach of purdah', { kind: 'PURDAH', of: 'A-1' }, {}, false],
  ])('%s', (_, breach, assurance, expected) => {
    expect(broken(breach as Partial<BreachFact>, assurance)).toBe(expected)
  })

  test.each([
    ['Q31', ['P84001'], true],
    ['5NT', ['P84001'], true],
    ['5HQ', ['P84001'], false],
    [null, ['P84001'], false],
  ])('a mailing in %s, and an assurance to %j: %s', (region, practices, expected) => {
    const mailing = { kind: 'MAILING' as const, practice: null, region }
    const scope = narrowed({ activities: ['INFORM'], practices })
    expect(broken(mailing, scope)).toBe(expected)
  })
})
