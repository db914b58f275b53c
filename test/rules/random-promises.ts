import fc, { type Arbitrary } from 'fast-check'
import { Audience, ConditionKind, Matter, Party } from '../../api/kernel/vocabulary.js'
import type {
  AgreementFact, ConditionFact, ConsultationFact, DispensationFact, SignOffFact,
} from '../../api/register/facts.js'
import {
  day, IDS, moment, NOTICE_DAYS, orNull, PCTS, placeOf, plain, someOf, version, type Codes,
} from './random-parts.js'

/** Conditions, and what meets them: drawn narrowly, so that much is met and much just not. */

const organisation = fc.constantFrom('DH', 'BMA/GPC')
const audience = fc.constantFrom(...Object.values(Audience))
const matter = fc.constantFrom(...Object.values(Matter))
const party = fc.constantFrom(...Object.values(Party))

const only = <T>(applies: boolean, value: T): T | null => (applies ? value : null)

const randomCondition: Arbitrary<Omit<ConditionFact, 'id'>> = plain({
  kind: fc.constantFrom(...Object.values(ConditionKind)),
  audience,
  days: fc.constantFrom(...NOTICE_DAYS),
  party,
  matter,
  organisation,
  since: fc.oneof(
    { weight: 2, arbitrary: fc.constant('2009-01-01T00:00:00.000Z') },
    { weight: 1, arbitrary: moment },
  ),
}).map(({ kind, since, ...drawn }) => ({
  kind,
  since,
  audience: only(kind.startsWith('CONSULTATION'), drawn.audience),
  days: only(kind === 'NOTICE', drawn.days),
  party: only(kind === 'AGREEMENT', drawn.party),
  matter: only(kind === 'AGREEMENT', drawn.matter),
  organisation: only(kind === 'SIGN_OFF', drawn.organisation),
}))

/** Often none or one: the more there are, the less often all are met. */
export const randomConditions: Arbitrary<ConditionFact[]> = fc
  .oneof(
    fc.constant([]),
    fc.array(randomCondition, { minLength: 1, maxLength: 1 }),
    fc.array(randomCondition, { minLength: 1, maxLength: 3, size: 'max' }),
  )
  .map((conditions) => conditions.map((each, index) => ({ ...each, id: `c${index + 1}` })))

/** Two moments in order of time, the later one or both sometimes to come. */
const inOrder = (a: string, b: string | null): [string, string | null] =>
  b !== null && b < a ? [b, a] : [a, b]

export const randomConsultation = (codes: Codes): Arbitrary<Omit<ConsultationFact, 'id'>> =>
  plain({
    programme: fc.constantFrom(...codes.programmes),
    audience,
    regions: placeOf(codes).map((region) => [region]),
    openedAt: moment,
    closesOn: day,
    concludedAt: orNull(4, moment),
    version,
  }).map((drawn) => {
    const [openedAt, concludedAt] = inOrder(drawn.openedAt, drawn.concludedAt)
    const leave = { recordedAt: null, deviation: null, exemption: null }
    const rest = { title: 'Drawn', ...leave, responses: 0 }
    return { ...drawn, ...rest, openedAt, concludedAt, outcome: null, evidence: null }
  })

export const randomAgreement = (codes: Codes): Arbitrary<Omit<AgreementFact, 'id'>> =>
  plain({
    programme: fc.constantFrom(...codes.programmes),
    practice: fc.constantFrom(...codes.practices),
    party,
    region: fc.constantFrom(...PCTS),
    matter,
    givenAt: moment,
    withdrawnAt: orNull(6, moment),
    version,
  }).map((drawn) => {
    const [givenAt, withdrawnAt] = inOrder(drawn.givenAt, drawn.withdrawnAt)
    return { ...drawn, givenAt, withdrawnAt, region: only(drawn.party === 'PCT', drawn.region) }
  })

/** For everybody, for regions, for practices, or for both at once. */
const narrowing = (codes: Codes) => ({
  regions: orNull(5, someOf(codes.regions, 2)),
  practices: orNull(7, someOf(codes.practices, 3)),
})

/** Of suspensions that there are, and of others. */
export const randomSignOff = (codes: Codes): Arbitrary<Omit<SignOffFact, 'id'>> =>
  plain({
    suspension: fc.constantFrom(...IDS),
    condition: fc.constantFrom('c1', 'c1', 'c2', 'c3'),
    organisation,
    ...narrowing(codes),
    givenAt: moment,
    withdrawnAt: orNull(6, moment),
    version,
  }).map((drawn) => {
    const [givenAt, withdrawnAt] = inOrder(drawn.givenAt, drawn.withdrawnAt)
    return { ...drawn, givenAt, withdrawnAt }
  })

/** Asked for, refused or granted. */
export const randomDispensation = (codes: Codes): Arbitrary<Omit<DispensationFact, 'id'>> =>
  plain({
    suspension: fc.constantFrom(...IDS),
    ...narrowing(codes),
    requestedBy: fc.constant('Q31'),
    requestedAt: moment,
    until: moment,
    reason: fc.constant('So drawn.'),
    granted: fc.constantFrom(true, true, true, false, null),
    from: moment,
    to: moment,
    version,
  }).map(({ from, to, ...drawn }) => ({
    ...drawn,
    decidedAt: drawn.granted === null ? null : from,
    from: drawn.granted ? (from < to ? from : to) : null,
    to: drawn.granted ? (from < to ? to : from) : null,
  }))
