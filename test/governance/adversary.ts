import fc, { type Arbitrary } from 'fast-check'
import { commandNamed, type WithReason } from '../../api/access/change.js'
import type { Actor } from '../../api/kernel/actor.js'
import { dayOf, toMoment, type Day } from '../../api/kernel/moment.js'
import { mayCommand, type CommandName } from '../../api/kernel/mutations.js'
import { Activity, Classification } from '../../api/kernel/vocabulary.js'
import type { Facts, Table } from '../../api/register/facts.js'
import type { Register } from '../../api/register/register.js'
import { day, PCTS, PRACTICES, SHAS } from '../rules/random-parts.js'
import '../../api/schema.js'

/**
 * One person, with a token of every role that may propose, who signs nothing of anybody else's.
 * What the person gives is drawn; codes, ids and versions are then looked up in the register, as
 * anybody can who reads it.
 */

const PAPER = { name: 'answers.pdf', sha256: 'a'.repeat(64) }
const PERSON = { issuer: 'tests', subject: 'the.adversary', supplier: null, programmes: null }
const ROLES: readonly Pick<Actor, 'role' | 'organisation' | 'region'>[] = [
  { role: 'PROGRAMME_ADMIN', organisation: 'DH', region: null },
  { role: 'LIAISON', organisation: 'DH', region: null },
  ...[...SHAS, ...PCTS].map((region) => ({
    role: 'REGIONAL_LEAD' as const, organisation: region, region,
  })),
]

/** What is drawn for a step: the rest follows from the register it is given on. */
export interface Move {
  readonly name: CommandName
  readonly role: number
  readonly which: number
  readonly region: string
  readonly other: string
  readonly practices: string[] | null
  readonly classification: Classification
  readonly activities: Activity[]
  readonly day: Day
  readonly later: Day
  readonly days: number
  readonly flag: boolean
}

/** Evidence by the party that is named is left out: it releases what the terms promised. */
const NAMES = [
  'planRollout', 'startRollout', 'endRollout', 'reclassifyRollout', 'recordPractice',
  'recordRegion', 'imposeSuspension', 'liftSuspension', 'replaceSuspension', 'annulSuspension',
  'requestDispensation', 'decideDispensation', 'endDispensation', 'setProgramme', 'setPurdah',
  'recordMailing', 'voidMailing', 'recordFirstUploads', 'importOrganisations', 'signProposal',
  'recordSignOff', 'withdrawSignOff', 'concludeConsultation',
] as const satisfies readonly CommandName[]

export const move: Arbitrary<Move> = fc.record(
  {
    name: fc.constantFrom(...NAMES),
    role: fc.oneof(fc.constant(0), fc.nat({ max: ROLES.length - 1 })),
    which: fc.nat({ max: 20 }),
    region: fc.constantFrom(...PCTS, ...SHAS),
    other: fc.constantFrom(...PCTS, ...SHAS),
    practices: fc.option(fc.subarray([...PRACTICES], { minLength: 1, maxLength: 2 })),
    classification: fc.constantFrom(...Object.values(Classification)),
    activities: fc.subarray(Object.values(Activity), { minLength: 1 }),
    day,
    later: day,
    days: fc.constantFrom(0, 0, 1, 20, 90),
    flag: fc.boolean(),
  },
  { noNullPrototype: true },
)

const pick = <T extends Table>(
  register: Register,
  table: T,
  which: number,
): Facts[T] | undefined => {
  const all = [...register.all(table)]
  return all[which % Math.max(all.length, 1)]
}

type InputOf = (move: Move, register: Register, nowMs: number) => object | undefined

/** Names a row at its present version. */
const at =
  (table: Table, rest: InputOf = () => ({})): InputOf =>
  (each, register, nowMs) => {
    const fact = pick(register, table, each.which) as { id: string; version: number } | undefined
    return fact && { id: fact.id, version: fact.version, ...rest(each, register, nowMs) }
  }

const scopeOf = ({ activities, region, flag }: Move) => [{
  activities, classifications: null, regions: flag ? [region] : null, practices: null,
  suppliers: null,
}]
const termsOf: InputOf = (each) => ({
  scope: scopeOf(each), strength: 'BINDING', conditions: [], releases: false,
  spareLive: each.flag, signatories: [], assurance: null,
})

const practiceOf: InputOf = ({ which, region, other, day: from, later, flag }, register) => {
  const practice = pick(register, 'practice', which)
  return practice && {
    odsCode: practice.odsCode,
    name: practice.name,
    openFrom: practice.openFrom,
    openTo: flag ? later : practice.openTo,
    memberships: flag
      ? practice.memberships
      : [{ region, from: null, to: from }, { region: other, from, to: null }],
    suppliers: practice.suppliers,
    version: practice.version,
  }
}

const INPUTS: Readonly<Record<(typeof NAMES)[number], InputOf>> = {
  planRollout: ({ region, classification, practices, later }) => ({
    programme: 'SCR', region, classification, practices, plannedOn: later,
  }),
  startRollout: at('rollout'),
  endRollout: at('rollout'),
  reclassifyRollout: at('rollout', ({ classification }) => ({ classification })),
  recordPractice: practiceOf,
  recordRegion: ({ which, other, day: from, flag }, register) => {
    const region = pick(register, 'region', which)
    const parents = flag ? [] : [{ region: other, from, to: null }]
    return region && { ...region, parents }
  },
  imposeSuspension: (each, register, nowMs) => ({
    programme: 'SCR', from: null, ...termsOf(each, register, nowMs),
  }),
  liftSuspension: at('suspension'),
  replaceSuspension: at('suspension', termsOf),
  annulSuspension: at('suspension'),
  requestDispensation: ({ which, region, days }, register, nowMs) => {
    const suspension = pick(register, 'suspension', which)
    const until = toMoment(nowMs + (days + 1) * 86_400_000)
    return suspension && { suspension: suspension.id, regions: [region], practices: null, until }
  },
  decideDispensation: at('dispensation', () => ({ granted: true })),
  endDispensation: at('dispensation'),
  setProgramme: ({ days, flag }, register) => {
    const { version } = register.get('programme', 'SCR')!
    return flag
      ? { code: 'SCR', version, noticeDaysMin: days }
      : { code: 'SCR', version, obligations: [], validitySecondsMax: 100_000 }
  },
  setPurdah: ({ which, day: from }, register) => {
    const purdah = pick(register, 'purdah', which)
    const version = purdah?.version ?? null
    return { code: 'GE', name: 'A period', from: `${from}T00:00:00.000Z`, to: null, version }
  },
  // By the department alone, whose word releases nothing by itself.
  recordMailing: ({ role, region, practices }, _, nowMs) =>
    role === 0
      ? {
          programme: 'SCR', region, practices, packs: 1, lastReceivedOn: dayOf(nowMs),
          withOptOutForm: true,
        }
      : undefined,
  voidMailing: at('mailing'),
  recordFirstUploads: ({ practices }, _, nowMs) => ({
    programme: 'SCR', practices: practices ?? [], at: toMoment(nowMs),
  }),
  importOrganisations: (each, register, nowMs) => {
    const practice = practiceOf(each, register, nowMs)
    return practice && { practices: [{ ...practice, supplier: null }] }
  },
  signProposal: ({ which }, register) => {
    const proposal = pick(register, 'proposal', which)
    return proposal && { id: proposal.id }
  },
  recordSignOff: ({ which }, register) => {
    const suspension = pick(register, 'suspension', which)
    const condition = suspension?.conditions.find(({ organisation }) => organisation !== 'DH')
    return condition && { suspension: suspension?.id, condition: condition.id }
  },
  withdrawSignOff: at('signoff'),
  concludeConsultation: ({ role, which }, register) => {
    const consultation = pick(register, 'consultation', which)
    return role === 0 && consultation
      ? { id: consultation.id, version: consultation.version, outcome: 'Told.', evidence: PAPER }
      : undefined
  },
}

/** A command as the adversary gives it; nothing where the register has nothing of the kind. */
export const given = (each: Move, register: Register, nowMs: number) => {
  const role = ROLES[each.role % ROLES.length]!
  const actor: Actor = { ...PERSON, ...role }
  const input = INPUTS[each.name as (typeof NAMES)[number]](each, register, nowMs)
  if (!input || !mayCommand(actor.role, each.name)) return null
  const command = commandNamed(each.name)
  return { actor, command, input: { ...input, reason: 'So drawn.' } as WithReason }
}
