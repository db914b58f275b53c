import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { breaches, report } from '../breaches/reports.js'
import { verifyAt } from '../ledger/tampering.js'
import {
  done, give, mailing, practice, programme, reasons, rollout, sign, suspension,
} from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, practiceManager, type World,
} from '../world/world.js'

const BOLTON = 'Bolton, live'
const BOLTON_LATER = 'Bolton, early adopter and not yet live'
const MANCHESTER = 'Manchester'
const ESSEX = 'South West Essex, named as an early adopter and live'
const ESSEX_OTHER = 'South West Essex, not named'
const KENT = 'Eastern and Coastal Kent'
const NOTTINGHAMSHIRE = 'Nottinghamshire, outside the five regions'

const CODES: Record<string, string> = {
  [BOLTON]: 'P82001',
  [BOLTON_LATER]: 'P82002',
  [MANCHESTER]: 'P84001',
  [ESSEX]: 'F81001',
  [ESSEX_OTHER]: 'F81002',
  [KENT]: 'G82001',
  [NOTTINGHAMSHIRE]: 'C84001',
}
const ALL = Object.keys(CODES)
const EARLY_ADOPTERS = [BOLTON, BOLTON_LATER, ESSEX]

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2007-03-05T10:00:00.000Z')
  await programme(world)
  for (const name of [BOLTON, BOLTON_LATER]) await practice(world, CODES[name]!, '5HQ')
  for (const name of [ESSEX, ESSEX_OTHER]) await practice(world, CODES[name]!, '5PY')
  await practice(world, CODES[MANCHESTER]!, '5NT')
  await practice(world, CODES[KENT]!, '5QA')
  await practice(world, CODES[NOTTINGHAMSHIRE]!, '5N8')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await rollout(world, '5PY', 'EARLY_ADOPTER', { practices: [CODES[ESSEX]] })
  world.clock.at = '2007-05-14T10:00:00.000Z'
  await mailing(world, '5HQ', '2007-05-14')
  await mailing(world, '5PY', '2007-05-14', { practices: [CODES[ESSEX]] })
  world.clock.at = '2007-09-10T10:00:00.000Z'
  const practices = [CODES[BOLTON], CODES[ESSEX]]
  await done(world, 'recordFirstUploads', { programme: 'SCR', practices, at: world.clock.at })
})
afterAll(() => world.close())
afterEach(async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})

const RULINGS = `query ($practices: [ID!]!, $activity: Activity!) {
  rulings(practices: $practices, activity: $activity) {
    practiceCode outcome basis obligations { code } advisories { id }
  }
}`
const rulings = async (activity: string): Promise<any[]> => {
  const asked = { practices: Object.values(CODES), activity }
  return (await world.must(RULINGS, asked, AUDITOR)).rulings
}

/** Who is permitted now. */
const permitted = async (activity = 'UPLOAD'): Promise<string[]> => {
  const answers = await rulings(activity)
  return ALL.filter((_, index) => answers[index].outcome === 'PERMIT')
}

/** By which advice, if any, each practice is told to wait. */
const advised = async (): Promise<string[][]> =>
  (await rulings('UPLOAD')).map(({ advisories }) =>
    advisories.map(({ id }: any) => id),
  )

const planMailing = (plannedFor: string) =>
  give(world, 'planMailing', {
    programme: 'SCR', region: '5QA', packs: 1000, plannedFor, withOptOutForm: false,
  }, leadOf('5QA'))

const openConsultation = (audience: string) =>
  give(world, 'openConsultation', {
    programme: 'SCR', title: 'Records', audience, regions: ['5QA'], closesOn: '2010-10-01',
  }, leadOf('5QA'))

const ADVICE = { strength: 'ADVISORY', programme: 'SCR', signatories: [] }
const UPLOADS_OF_THE_WAVE = [{ activities: ['UPLOAD'], classifications: ['ACCELERATED'] }]

test('December 2009: the acceleration is planned and started, and permits nobody yet', async () => {
  world.clock.at = '2009-12-14T10:00:00.000Z'
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
  expect(await permitted('INFORM')).toEqual(EARLY_ADOPTERS)
  for (const region of ['Q31', '5PY', '5QA', '5N8']) await rollout(world, region, 'ACCELERATED')
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
  expect(await permitted('INFORM')).toEqual(ALL)
})

test('January 2010: patients get their packs, and have 84 days from the last of them', async () => {
  for (const [region, day] of [
    ['5N8', '2010-01-11'], ['5PY', '2010-01-12'], ['5NT', '2010-01-15'], ['5QA', '2010-01-18'],
  ] as const) {
    world.clock.at = `${day}T10:00:00.000Z`
    const packs = { packs: 1000, withOptOutForm: false }
    const told = { programme: 'SCR', region, lastReceivedOn: day, ...packs }
    const { data } = await give(world, 'recordMailing', told, leadOf(region))
    expect(data.recordMailing.status).toBe('APPLIED')
  }
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
})

test.each([
  [NOTTINGHAMSHIRE, '2010-04-04T22:59:59.999Z', '2010-04-04T23:00:00.000Z'],
  [ESSEX_OTHER, '2010-04-05T22:59:59.999Z', '2010-04-05T23:00:00.000Z'],
  [MANCHESTER, '2010-04-08T22:59:59.999Z', '2010-04-08T23:00:00.000Z'],
  [KENT, '2010-04-11T22:59:59.999Z', '2010-04-11T23:00:00.000Z'],
])('%s: 83 days of notice are too few, and 84 are enough', async (name, day83, day84) => {
  const code = CODES[name]!
  expect(await reasons(world, code, { at: day83 })).toEqual(['NOTICE_TOO_SHORT'])
  expect(await reasons(world, code, { at: day84 })).toEqual([])
})

test('10 March 2010: the doctors advise to wait; that is shown, and refuses nobody', async () => {
  world.clock.at = '2010-03-10T10:00:00.000Z'
  const before = await permitted()
  const scope = [{ activities: ['UPLOAD', 'INFORM'], classifications: ['ACCELERATED'] }]
  await done(world, 'imposeSuspension', { ...ADVICE, scope }, LIAISON)
  expect(await permitted()).toEqual(before)
  expect(await permitted('INFORM')).toEqual(ALL)
  expect(await advised()).toEqual([[], [], ['S-1'], [], ['S-1'], ['S-1'], ['S-1']])
})

test('6 April 2010: purdah begins; nothing new is sent to patients', async () => {
  world.clock.at = '2010-04-06T10:00:00.000Z'
  const before = await permitted()
  const purdah = { code: 'GENERAL-2010', name: 'General election of 6 May 2010' }
  await done(world, 'setPurdah', { ...purdah, from: '2010-04-05T23:00:00.000Z' })
  expect((await planMailing('2010-04-20')).code).toBe('IN_PURDAH')
  expect(await permitted()).toEqual(before)
})

const ASSURED = {
  programme: 'SCR', givenBy: [{ organisation: 'DH' }], givenTo: [{ organisation: 'BMA/GPC' }],
  scope: UPLOADS_OF_THE_WAVE, channel: 'Statement', wording: 'VERBATIM', public: true,
}

test('16 April 2010: the department assures and suspends; early adopters go on', async () => {
  world.clock.at = '2010-04-16T09:59:59.999Z'
  const given = { ...ASSURED, givenOn: '2010-04-16' }
  const told = { text: 'Until awareness has been raised.' }
  const { id: assurance } = await done(world, 'recordAssurance', { ...given, ...told })
  const undertaken = { text: 'An assurance from the DH', reportedBy: 'BMA/GPC', public: false }
  const reported = { ...given, ...undertaken, wording: 'AS_REPORTED' }
  await done(world, 'recordAssurance', reported, LIAISON)
  expect(await permitted()).toEqual(ALL)

  world.clock.at = '2010-04-16T10:00:00.000Z'
  const terms = { assurance, scope: UPLOADS_OF_THE_WAVE, signatories: [] }
  const { signatories } = await suspension(world, {}, terms)
  expect(signatories).toEqual([{ code: 'BMA/GPC' }])
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
  expect(await permitted('INFORM')).toEqual(ALL)
})

test('22 April 2010: a dispensation asked for excepts nobody, nor one refused', async () => {
  world.clock.at = '2010-04-22T14:00:00.000Z'
  const wanted = { suspension: 'S-2', regions: ['Q35'], until: '2010-07-15T10:00:00.000Z' }
  const { id, version } = await done(world, 'requestDispensation', wanted, leadOf('Q35'))
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
  world.clock.at = '2010-05-04T09:00:00.000Z'
  const refused = await done(world, 'decideDispensation', { id, version, granted: false })
  expect(refused).toMatchObject({ granted: false, from: null })
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
})

const AGREED = ['PRACTICE', 'PCT'].flatMap((party) =>
  ['INFORMED', 'ABLE_TO_OPT_OUT'].map((matter) => ({ kind: 'AGREEMENT', party, matter })),
)

test('4 May 2010: signed by both sides, whoever is not live waits for agreement', async () => {
  world.clock.at = '2010-05-04T10:00:00.000Z'
  const scope = [{ activities: ['UPLOAD'] }]
  const said = { text: 'Only once they agree.', givenOn: '2010-05-04' }
  const { id: assurance } = await done(world, 'supersedeAssurance', {
    ...ASSURED, ...said, scope, conditions: AGREED, id: 'A-1', reaffirms: false,
  })
  const terms = { assurance, scope, conditions: AGREED, strength: 'BINDING', signatories: [] }
  const { data } = await give(world, 'replaceSuspension', {
    ...terms, id: 'S-2', version: 1, releases: true, spareLive: true,
  })
  const { status, proposal } = data.replaceSuspension
  expect(status).toBe('AWAITING_SIGNATURES')
  await sign(world, proposal.id)
  expect(await permitted()).toEqual(EARLY_ADOPTERS)
  await sign(world, proposal.id, LIAISON)
  expect(await permitted()).toEqual([BOLTON, ESSEX])
  expect(await permitted('INFORM')).toEqual(ALL)
})

test('11 May 2010: there is a government; what purdah forbade may be planned again', async () => {
  world.clock.at = '2010-05-11T20:00:00.000Z'
  const purdah = { code: 'GENERAL-2010', name: 'General election of 6 May 2010', version: 1 }
  const days = { from: '2010-04-05T23:00:00.000Z', to: world.clock.at }
  await done(world, 'setPurdah', { ...purdah, ...days })
  expect((await planMailing('2010-06-30')).data.planMailing.status).toBe('APPLIED')
  expect(await permitted()).toEqual([BOLTON, ESSEX])
})

test('17 May 2010: the fourth agreement releases a practice of Kent, and it alone', async () => {
  world.clock.at = '2010-05-17T10:00:00.000Z'
  const practiceCode = CODES[KENT]!
  const agree = async (matter: string, actor: Actor) => {
    const agreed = { programme: 'SCR', practice: practiceCode, matter }
    const { data } = await give(world, 'recordAgreement', agreed, actor)
    expect(data.recordAgreement.status).toBe('APPLIED')
  }
  await agree('INFORMED', practiceManager(practiceCode))
  await agree('ABLE_TO_OPT_OUT', practiceManager(practiceCode))
  await agree('INFORMED', leadOf('5QA'))
  expect(await permitted()).toEqual([BOLTON, ESSEX])
  await agree('ABLE_TO_OPT_OUT', leadOf('5QA'))
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
})

test('18 May 2010: its first upload is reported, and is no breach', async () => {
  world.clock.at = '2010-05-18T19:00:00.000Z'
  await report(world, [{ practice: CODES[KENT] }])
  expect(world.follower.current.get('live', `SCR/${CODES[KENT]}`)).toBeDefined()
  expect(await breaches(world, ADMIN)).toEqual([])
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
})

test('June 2010: mailings are held during the review, and uploads go on', async () => {
  world.clock.at = '2010-06-22T10:00:00.000Z'
  expect(await permitted('INFORM')).toEqual(ALL)
  await suspension(world, { activities: ['INFORM'] }, { signatories: [] })
  expect(await permitted('INFORM')).toEqual([])
  expect((await planMailing('2010-07-30')).code).toBe('SUSPENDED')
  expect((await openConsultation('PATIENTS')).code).toBe('SUSPENDED')
  expect((await openConsultation('PRACTICES')).code).toBeNull()
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
})

test('11 October 2010: what the reviews recommend obliges from that moment on', async () => {
  const obliged = async () =>
    (await rulings('UPLOAD')).at(ALL.indexOf(KENT)).obligations.map(({ code }: any) => code)
  world.clock.at = '2010-10-11T09:59:59.999Z'
  expect(await obliged()).toEqual(['PATIENT_DISSENT'])
  world.clock.at = '2010-10-11T10:00:00.000Z'
  const codes = ['PATIENT_DISSENT', 'CORE_ONLY', 'FORM_IN_EVERY_PACK']
  const text = 'Upload nothing of a patient who said no.'
  const obligations = codes.map((code) => ({ code, text }))
  const { data } = await give(world, 'setProgramme', { code: 'SCR', version: 1, obligations })
  expect(data.setProgramme.status).toBe('APPLIED')
  expect(await obliged()).toEqual(codes)
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
})

test('November 2010: both reviews have reported; mailings begin again', async () => {
  world.clock.at = '2010-11-15T10:00:00.000Z'
  expect(await permitted('INFORM')).toEqual([])
  await done(world, 'liftSuspension', { id: 'S-4', version: 1 })
  expect(await permitted('INFORM')).toEqual(ALL)
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
})

test('December 2010: the doctors advise to hold; that is shown, and refuses nobody', async () => {
  world.clock.at = '2010-12-06T10:00:00.000Z'
  await done(world, 'imposeSuspension', { ...ADVICE, scope: [{ activities: ['UPLOAD'] }] }, LIAISON)
  expect(await permitted()).toEqual([BOLTON, ESSEX, KENT])
  expect((await advised()).every((ids) => ids.includes('S-5'))).toBe(true)
})
