import { assurance, suspensionFor } from '../assurances/story.js'
import { report, tryReport } from '../breaches/reports.js'
import { done, give, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, SECOND_ADMIN, type World,
} from '../world/world.js'

/** One of each role, and nobody; what they see is the table beside this. */
export const PEOPLE = {
  ANONYMOUS: null,
  PARTNER: partner('EMIS'),
  PRACTICE: practiceManager('P82001'),
  REGIONAL_LEAD: leadOf('Q31'),
  LIAISON,
  PROGRAMME_ADMIN: ADMIN,
  AUDITOR,
} as const
export type Who = keyof typeof PEOPLE

/** A supplier's own, in the lead's region; and one of others, elsewhere. */
export const OWN = 'P82001'
export const FOREIGN = 'F81001'
/** The supplier's until it moved to another one on the sixth of April. */
export const MOVED = 'F81002'
/** No practice that anybody has recorded. */
export const UNKNOWN = 'P99999'

const bodies = async (world: World): Promise<void> => {
  await programme(world)
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
  await practice(world, OWN, '5HQ')
  await practice(world, 'P84001', '5NT')
  await practice(world, FOREIGN, '5PY', { suppliers: [{ supplier: 'TPP' }] })
  await practice(world, 'F82001', '5A8', { suppliers: [{ supplier: 'TPP' }] })
  await practice(world, MOVED, '5PY', {
    suppliers: [{ supplier: 'EMIS', to: '2010-04-06' }, { supplier: 'TPP', from: '2010-04-06' }],
  })
}

const evidence = async (world: World): Promise<void> => {
  const first = await rollout(world, '5HQ', 'EARLY_ADOPTER')
  const funding = { payer: 'DH', pence: 100_000, useBy: '2010-03-31' }
  const funded = await done(world, 'fundRollout', { id: first.id, version: 2, ...funding })
  await done(world, 'reclassifyRollout', {
    id: first.id, version: funded.version, classification: 'FAST_FOLLOWER',
  })
  const other = await rollout(world, '5PY', 'ACCELERATED')
  await done(world, 'fundRollout', { id: other.id, version: 2, ...funding })
  await mailing(world, '5HQ', '2009-12-01')
  await mailing(world, '5PY', '2009-12-01')
  await done(world, 'recordAgreement', { programme: 'SCR', practice: OWN, matter: 'INFORMED' },
    practiceManager(OWN))
  await done(world, 'recordAgreement', { programme: 'SCR', practice: FOREIGN, matter: 'INFORMED' },
    practiceManager(FOREIGN))
}

const uploads = async (world: World): Promise<void> => {
  await report(world, [{ practice: MOVED, uploadedAt: '2010-03-30T20:00:00.000Z' }])
}

const promises = async (world: World): Promise<void> => {
  await done(world, 'setPurdah', {
    code: 'GE2010', name: 'General election', from: '2010-04-12T00:00:00+01:00', to: null,
  })
  await done(world, 'openConsultation', {
    programme: 'SCR', title: 'What do you think?', audience: 'PRACTICES', regions: ['5HQ'],
    closesOn: '2010-05-03', deviation: { reference: 'X', reason: 'In haste.' }, exemption: 'Y',
  })
  const document = { name: 'Letter', sha256: 'a'.repeat(64) }
  await assurance(world, { document, givenOn: '2010-03-16' })
  await assurance(world, {
    public: false, text: 'Between us.', givenBy: [{ organisation: 'Q36' }],
    givenTo: [{ organisation: 'RCGP' }],
  })
  await suspension(world, { classifications: ['ACCELERATED'] }, {
    assurance: 'A-1',
    conditions: [
      { kind: 'SIGN_OFF', organisation: 'BMA/GPC' },
      { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED', since: '2010-01-01T00:00:00Z' },
    ],
    spareLive: false,
  })
  const unnamed = { classifications: null, practices: null, suppliers: null }
  const scope = [{ activities: ['UPLOAD' as const], regions: ['5HQ'], ...unnamed }]
  await suspensionFor(world, 'A-2', { scope, signatories: [] })
  const signed = { suspension: 'S-1', condition: 'c1', regions: ['5PY'] }
  await done(world, 'recordSignOff', signed, LIAISON)
}

const waiting = async (world: World): Promise<void> => {
  const asked = { suspension: 'S-1', practices: [FOREIGN], until: '2010-06-01T00:00:00Z' }
  await give(world, 'requestDispensation', asked, leadOf('5PY'))
  await give(world, 'decideDispensation', { id: 'D-1', version: 1, granted: true }, SECOND_ADMIN)
  const at = (hour: number) => ({ uploadedAt: `2010-04-22T0${hour}:00:00.000Z` })
  await report(world, [{ practice: FOREIGN, ...at(6) }], partner('TPP'))
  await report(world, [{ practice: 'P84001', ...at(7) }])
  await report(world, [{ practice: OWN, ...at(8) }])
  await tryReport(world, [{ practice: FOREIGN }], leadOf('Q31'))
  await give(world, 'liftSuspension', { id: 'S-1', version: 1 }, null)
  await give(world, 'setProgramme', { code: 'SCR', version: 1, noticeDaysMin: 28 })
  await give(world, 'declineProposal', { id: 'P-8' }, LIAISON)
}

/** England on 22 April 2010, in small: something of everything, near and far, public and not. */
export const openSmallEngland = async (): Promise<World> => {
  const world = await openWorld('bodies', '2010-03-30T21:00:00.000Z')
  await bodies(world)
  await evidence(world)
  await uploads(world)
  world.clock.at = '2010-04-20T09:00:00.000Z'
  await promises(world)
  world.clock.at = '2010-04-22T09:00:00.000Z'
  await waiting(world)
  return world
}
