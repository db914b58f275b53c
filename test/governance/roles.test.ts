import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { COMMANDS, isOwnAffair, type CommandName } from '../../api/kernel/mutations.js'
import { buildSchema } from '../../api/schema.js'
import { tryReport } from '../breaches/reports.js'
import { give, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
})
afterAll(() => world.close())

const ASSURANCE = {
  programme: 'SCR', text: 'X', wording: 'VERBATIM', givenOn: '2010-04-16', channel: 'Letter',
  givenBy: [{ organisation: 'DH' }], givenTo: [{ organisation: 'BMA/GPC' }], public: true,
  scope: [{ activities: ['UPLOAD'] }],
}

/** For each command something that is well formed, and names what nobody knows. */
const INPUTS: Partial<Record<CommandName, Record<string, unknown>>> = {
  recordOrganisation: { code: 'X', name: 'X', version: 9 },
  recordRegion: { code: 'XXX', name: 'X', kind: 'PCT', parents: [], version: 9 },
  recordPractice: { odsCode: 'A00001', name: 'X', memberships: [], suppliers: [], version: 9 },
  createProgramme: {
    code: 'SCR', name: 'X', noticeDaysMin: 1, validitySecondsMax: 1, obligations: [],
  },
  setProgramme: { code: 'SCR', version: 9 },
  planRollout: { programme: 'NONE', region: '5HQ', classification: 'STANDARD' },
  startRollout: { id: 'R-99', version: 1 },
  endRollout: { id: 'R-99', version: 1 },
  reclassifyRollout: { id: 'R-99', version: 1, classification: 'STANDARD' },
  recordMailing: {
    programme: 'NONE', region: '5HQ', packs: 1, lastReceivedOn: '2010-01-01', withOptOutForm: true,
  },
  setPurdah: { code: 'P', name: 'X', from: '2010-01-01T00:00:00Z', version: 9 },
  fundRollout: { id: 'R-99', version: 1, payer: 'DH', pence: 1, useBy: '2010-03-31' },
  planMailing: {
    programme: 'NONE', region: '5HQ', packs: 1, plannedFor: '2099-01-01', withOptOutForm: true,
  },
  voidMailing: { id: 'M-99', version: 1 },
  openConsultation: {
    programme: 'NONE', title: 'X', audience: 'PATIENTS', regions: ['5HQ'], closesOn: '2099-01-01',
  },
  recordConsultation: {
    programme: 'NONE', title: 'X', audience: 'PATIENTS', regions: ['5HQ'], closesOn: '2099-01-01',
    openedAt: '2010-01-01T00:00:00Z',
  },
  recordResponses: { id: 'C-99', version: 1, responses: 1 },
  extendConsultation: { id: 'C-99', version: 1, closesOn: '2099-01-01' },
  concludeConsultation: {
    id: 'C-99', version: 1, outcome: 'X', evidence: { name: 'X', sha256: '0'.repeat(64) },
  },
  recordAgreement: { programme: 'NONE', practice: 'A00001', matter: 'INFORMED' },
  withdrawAgreement: { id: 'G-99', version: 1 },
  recordFirstUploads: { programme: 'NONE', practices: ['A00001'], at: '2010-01-01T00:00:00Z' },
  imposeSuspension: { programme: 'NONE', strength: 'BINDING', scope: [{ activities: ['VIEW'] }] },
  liftSuspension: { id: 'S-99', version: 1 },
  recordAssurance: { ...ASSURANCE, programme: 'NONE' },
  supersedeAssurance: { ...ASSURANCE, id: 'A-99', reaffirms: true },
  withdrawAssurance: { id: 'A-99', version: 1 },
  replaceSuspension: {
    id: 'S-99', version: 1, strength: 'BINDING', scope: [{ activities: ['VIEW'] }],
  },
  annulSuspension: { id: 'S-99', version: 1 },
  requestDispensation: {
    suspension: 'S-99', practices: ['A00001'], until: '2010-05-01T00:00:00Z',
  },
  decideDispensation: { id: 'D-99', version: 1, granted: true },
  endDispensation: { id: 'D-99', version: 1 },
  recordSignOff: { suspension: 'S-99', condition: 'c1' },
  withdrawSignOff: { id: 'F-99', version: 1 },
  signProposal: { id: 'P-99' },
  declineProposal: { id: 'P-99' },
  withdrawProposal: { id: 'P-99' },
}

const PEOPLE = [ADMIN, AUDITOR, LIAISON, leadOf('Q31'), partner('EMIS'), practiceManager('A00001')]
const cases = PEOPLE.flatMap((actor) =>
  (Object.keys(INPUTS) as CommandName[]).map((name) => ({ actor, role: actor.role, name })),
)

test.each(cases)('$role and $name', async ({ actor, role, name }) => {
  const { code, data } = await give(world, name, INPUTS[name]!, actor)
  const allowed = (COMMANDS[name].roles as readonly string[]).includes(role)
  expect(data).toBeNull()
  if (allowed) expect(code).toMatch(/^(NOT_FOUND|ALREADY_EXISTS|STALE_VERSION)$/)
  else expect(code).toBe('FORBIDDEN')
})

test('every mutation is asked for by every role; reports are, by a test of their own', () => {
  const mutations = Object.keys(buildSchema().getMutationType()!.getFields()).filter(
    (name) => !isOwnAffair(name as CommandName),
  )
  expect([...Object.keys(INPUTS), 'reportUploads'].sort()).toEqual(mutations.sort())
})

test.each(PEOPLE.filter(({ role }) => role !== 'PARTNER'))(
  'nobody reports uploads as $role',
  async (actor) => {
    expect((await tryReport(world, [{}], actor)).code).toBe('FORBIDDEN')
  },
)

test('nobody without a token changes anything, and such attempts are only counted', async () => {
  const before = await world.database.query('SELECT count(*)::int AS n FROM refused_attempt')
  for (const name of Object.keys(INPUTS)) {
    const { code } = await give(world, name, INPUTS[name as CommandName]!, null)
    expect(code).toBe('UNAUTHENTICATED')
  }
  await give(world, 'liftSuspension', INPUTS.liftSuspension!, null)
  const after = await world.database.query('SELECT count(*)::int AS n FROM refused_attempt')
  expect(after).toEqual(before)
  const counted = await world.database.query(
    `SELECT refused FROM anonymous_refusal WHERE command = 'liftSuspension'`,
  )
  expect(counted).toEqual([{ refused: 2 }])
})

test('an attempt that is refused is kept: who, what, when and why', async () => {
  const { errors } = await give(world, 'liftSuspension', { id: 'S-77', version: 3 }, AUDITOR)
  const [kept] = await world.database.query(
    'SELECT * FROM refused_attempt ORDER BY id DESC LIMIT 1',
  )
  expect(kept).toMatchObject({
    issuer: 'tests',
    subject: 'a.auditor',
    role: 'AUDITOR',
    command: 'liftSuspension',
    input: { id: 'S-77', version: 3, reason: 'So the test has it.' },
    code: 'FORBIDDEN',
    message: errors[0]?.message,
  })
})

test('a regional lead acts in the own region and below, and nowhere else', async () => {
  const plan = (region: string) => ({ programme: 'SCR', region, classification: 'STANDARD' })
  const lead = leadOf('Q31')
  for (const region of ['Q31', '5HQ']) {
    expect((await give(world, 'planRollout', plan(region), lead)).code).toBeNull()
  }
  for (const region of ['Q32', '5NY', 'ENG']) {
    expect((await give(world, 'planRollout', plan(region), lead)).code).toBe('FORBIDDEN')
  }
  const mail = {
    programme: 'SCR', region: '5NY', packs: 1, lastReceivedOn: '2010-01-01', withOptOutForm: true,
  }
  expect((await give(world, 'recordMailing', mail, lead)).code).toBe('FORBIDDEN')
  const { data } = await give(world, 'planRollout', plan('5NY'))
  const elsewhere = { id: data.planRollout.rollout.id, version: 1 }
  expect((await give(world, 'startRollout', elsewhere, lead)).code).toBe('FORBIDDEN')
  expect((await give(world, 'endRollout', elsewhere, lead)).code).toBe('FORBIDDEN')
})
