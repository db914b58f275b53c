import type { Actor } from '../../api/kernel/actor.js'
import { ADMIN, LIAISON, SECOND_ADMIN, type Answered, type World } from './world.js'

const INPUT_OF: Record<string, string> = {
  startRollout: 'RolloutVersionInput',
  endRollout: 'RolloutVersionInput',
  signProposal: 'ProposalInput',
  declineProposal: 'ProposalInput',
  withdrawProposal: 'ProposalInput',
}
const MAILING = `id version breach practiceCodes region { code } packs plannedFor lastReceivedOn
  withOptOutForm exemption voidedAt`
const CONSULTATION = `id version state openedAt recordedAt daysAsked closesOn responses concludedAt outcome
  evidence { name sha256 } deviation { reference reason } exemption`
const AGREEMENT =
  'id version practiceCode party matter region { code } standing givenAt withdrawnAt'
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
  setPurdah: 'purdah { code name from to version }',
  planMailing: `mailing { ${MAILING} }`,
  recordMailing: `mailing { ${MAILING} }`,
  voidMailing: `mailing { ${MAILING} }`,
  openConsultation: `consultation { ${CONSULTATION} }`,
  recordConsultation: `consultation { ${CONSULTATION} }`,
  recordResponses: `consultation { ${CONSULTATION} }`,
  extendConsultation: `consultation { ${CONSULTATION} }`,
  concludeConsultation: `consultation { ${CONSULTATION} }`,
  recordAgreement: `agreement { ${AGREEMENT} }`,
  withdrawAgreement: `agreement { ${AGREEMENT} }`,
  recordFirstUploads: 'livePractices { practice liveFrom }',
  recordAssurance: 'assurance { id version said }',
  supersedeAssurance: 'assurance { id version said }',
  withdrawAssurance: 'assurance { id version said }',
  imposeSuspension: SUSPENSION,
  liftSuspension: SUSPENSION,
  replaceSuspension: SUSPENSION,
  annulSuspension: SUSPENSION,
  requestDispensation: DISPENSATION,
  decideDispensation: DISPENSATION,
  endDispensation: DISPENSATION,
  recordSignOff: SIGN_OFF,
  withdrawSignOff: SIGN_OFF,
  signProposal: '',
  declineProposal: '',
  withdrawProposal: '',
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
    ${name}(input: $input) {
      status effect { refused permitted noLongerHeld } proposal { id } ${thing}
    }
  }`
  return world.ask(source, { input: { reason: 'So the test has it.', ...input } }, actor)
}

/** A signature on a proposal. */
export const sign = (
  world: Pick<World, 'ask'>,
  id: string,
  actor: Actor = SECOND_ADMIN,
): Promise<Answered> =>
  world.ask(
    `mutation ($input: ProposalInput!) {
      signProposal(input: $input) {
        status effect { permitted noLongerHeld }
        proposal { id state ending changed missing { administrator organisations } }
      }
    }`,
    { input: { id, reason: 'Seen and agreed.' } },
    actor,
  )

const KEY_OF: Record<string, string> = { region: 'code', practice: 'odsCode' }
/** What is read by its list alone. */
const LIST_OF: Record<string, string> = {
  organisation: 'organisations', programme: 'programmes', purdah: 'purdahs',
}

/** A thing that a proposal changed, with its fields as the command would have answered them. */
const changedBy = async (world: Pick<World, 'ask'>, name: string, changed: string[]) => {
  const thing = THING_OF[name] ?? ROLLOUT
  const table = thing.slice(0, thing.indexOf(' '))
  const key = changed.map((each) => each.split('/')).find(([of]) => of === table)?.[1]
  const fields = thing.slice(thing.indexOf('{'))
  const last = (each: string) => each.split('/').at(-1)
  if (table === 'livePractices') return changed.map((each) => ({ practice: last(each) }))
  const list = LIST_OF[table]
  if (list) {
    const { data } = await world.ask(`{ ${list}(first: 200) { edges { node ${fields} } } }`)
    return data[list].edges.map(({ node }: any) => node).find(({ code }: any) => code === key)
  }
  const argument = KEY_OF[table] ?? 'id'
  const source = `query ($key: ID!) { ${table}(${argument}: $key) ${fields} }`
  return (await world.ask(source, { key }, ADMIN)).data[table]
}

/** Signs a proposal as everybody it waits for; answers what it changed. */
export const signedByAll = async (
  world: Pick<World, 'ask'>,
  name: string,
  id: string,
): Promise<any> => {
  let { data } = await sign(world, id)
  for (const code of data.signProposal.proposal.missing.organisations) {
    const liaison = { ...LIAISON, organisation: code, subject: `liaison.${code}` }
    data = (await sign(world, id, liaison)).data
  }
  const { state, ending, changed } = data.signProposal.proposal
  if (state !== 'APPLIED') throw new Error(`${id} is ${state}: ${ending}`)
  return changedBy(world, name, changed)
}

/** Gives a command, signed by whoever has to sign, as if it had applied at once. */
export const giveSigned = async (
  world: Pick<World, 'ask'>,
  name: string,
  input: Record<string, unknown>,
  actor: Actor = ADMIN,
): Promise<Answered> => {
  const answer = await give(world, name, input, actor)
  const outcome = answer.data?.[name]
  if (!outcome?.proposal) return answer
  const thing = (THING_OF[name] ?? ROLLOUT).split(' ')[0]!
  const signed = await signedByAll(world, name, outcome.proposal.id)
  return { ...answer, data: { [name]: { ...outcome, [thing]: signed } } }
}

/** Gives a command that has to apply, signed by whoever has to sign; answers the thing. */
export const done = async (
  world: Pick<World, 'ask'>,
  name: string,
  input: Record<string, unknown>,
  actor: Actor = ADMIN,
): Promise<any> => {
  const { data, errors } = await give(world, name, input, actor)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  const { status, effect, proposal, ...thing } = data[name]
  if (!effect) throw new Error(`${name} told no effect`)
  return status === 'APPLIED' ? Object.values(thing)[0] : signedByAll(world, name, proposal.id)
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
