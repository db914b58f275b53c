import type { Actor } from '../../api/kernel/actor.js'
import { ADMIN, type Answered, type World } from './world.js'

const INPUT_OF: Record<string, string> = {
  startRollout: 'RolloutVersionInput',
  endRollout: 'RolloutVersionInput',
}
const SUSPENSION = `suspension {
  id version from endedAt ending endingReason spared signatories { code } replacedBy { id }
}`
const DISPENSATION = 'dispensation { id version granted from to until requestedBy }'
const SIGN_OFF = 'signOff { id version organisation regionCodes practiceCodes withdrawnAt }'
const THING_OF: Record<string, string> = {
  recordOrganisation: 'organisation { code version }',
  recordRegion: 'region { code version }',
  recordPractice: 'practice { odsCode version }',
  createProgramme: 'programme { code version terms { from noticeDaysMin } }',
  setProgramme: 'programme { code version terms { from noticeDaysMin } }',
  recordMailing: 'mailing { id version practiceCodes region { code } }',
  recordFirstUploads: 'livePractices { practice liveFrom }',
  imposeSuspension: SUSPENSION,
  liftSuspension: SUSPENSION,
  replaceSuspension: SUSPENSION,
  annulSuspension: SUSPENSION,
  requestDispensation: DISPENSATION,
  decideDispensation: DISPENSATION,
  endDispensation: DISPENSATION,
  recordSignOff: SIGN_OFF,
  withdrawSignOff: SIGN_OFF,
}
const ROLLOUT = 'rollout { id version state classification startedAt endedAt }'

const inputOf = (name: string): string =>
  INPUT_OF[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`

/** Gives a command over GraphQL. A reason is given where the input has none. */
export const give = (
  world: Pick<World, 'ask'>,
  name: string,
  input: Record<string, unknown>,
  actor: Actor | null = ADMIN,
): Promise<Answered> => {
  const thing = THING_OF[name] ?? ROLLOUT
  const source = `mutation ($input: ${inputOf(name)}!) {
    ${name}(input: $input) { status effect { refused } proposal { id } ${thing} }
  }`
  return world.ask(source, { input: { reason: 'So the test has it.', ...input } }, actor)
}

/** Gives a command that has to apply; answers the thing. */
export const done = async (
  world: Pick<World, 'ask'>,
  name: string,
  input: Record<string, unknown>,
  actor: Actor = ADMIN,
): Promise<any> => {
  const { data, errors } = await give(world, name, input, actor)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  const { status, effect, proposal, ...thing } = data[name]
  if (status !== 'APPLIED' || effect || proposal) throw new Error(`${name} did not just apply`)
  return Object.values(thing)[0]
}

/** A programme called SCR, with 84 days of notice. */
export const programme = (world: World, rest: Record<string, unknown> = {}): Promise<any> =>
  done(world, 'createProgramme', {
    code: 'SCR',
    name: 'Summary Care Record',
    noticeDaysMin: 84,
    validitySecondsMax: 3600,
    obligations: [{ code: 'PATIENT_DISSENT', text: 'Upload nothing of a patient who said no.' }],
    ...rest,
  })

/** An open practice of a PCT, supplied by EMIS. */
export const practice = (
  world: World,
  odsCode: string,
  region: string,
  rest: Record<string, unknown> = {},
): Promise<any> =>
  done(world, 'recordPractice', {
    odsCode,
    name: `Practice ${odsCode}`,
    memberships: [{ region }],
    suppliers: [{ supplier: 'EMIS' }],
    ...rest,
  })

/** A rollout that runs. */
export const rollout = async (
  world: World,
  region: string,
  classification: string,
  rest: Record<string, unknown> = {},
): Promise<any> => {
  const planned = await done(world, 'planRollout', {
    programme: 'SCR',
    region,
    classification,
    ...rest,
  })
  return done(world, 'startRollout', { id: planned.id, version: planned.version })
}

export const mailing = (
  world: World,
  region: string,
  lastReceivedOn: string,
  rest: Record<string, unknown> = {},
): Promise<any> =>
  done(world, 'recordMailing', {
    programme: 'SCR',
    region,
    packs: 1000,
    withOptOutForm: false,
    lastReceivedOn,
    ...rest,
  })

/** A binding suspension of uploads, narrowed as told. */
export const suspension = (
  world: World,
  clause: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): Promise<any> =>
  done(world, 'imposeSuspension', {
    programme: 'SCR',
    strength: 'BINDING',
    scope: [{ activities: ['UPLOAD'], ...clause }],
    signatories: ['BMA/GPC'],
    ...rest,
  })

/** Codes of the reasons of a ruling; empty where it permits. */
export const reasons = async (
  world: Pick<World, 'must'>,
  practiceCode: string,
  rest: Record<string, unknown> = {},
  actor: Actor = ADMIN,
): Promise<string[]> => {
  const source = `query ($p: ID!, $activity: Activity! = UPLOAD, $c: Classification, $at: DateTime) {
    ruling(practice: $p, activity: $activity, classification: $c, at: $at) {
      outcome reasons { code }
    }
  }`
  const { ruling } = await world.must(source, { p: practiceCode, ...rest }, actor)
  const codes: string[] = ruling.reasons.map(({ code }: { code: string }) => code)
  if ((ruling.outcome === 'PERMIT') !== (codes.length === 0)) throw new Error('outcome ≠ reasons')
  return codes
}
