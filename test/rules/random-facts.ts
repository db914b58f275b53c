import fc, { type Arbitrary } from 'fast-check'
import { Activity, Classification } from '../../api/kernel/vocabulary.js'
import type {
  LiveFact,
  MailingFact,
  PracticeFact,
  ProgrammeFact,
  RegionFact,
  RolloutFact,
  ScopeClauseFact,
  SuspensionFact,
  Table,
} from '../../api/register/facts.js'
import { NO_FACTS, type AllFacts } from './naive-ruling.js'
import {
  ALWAYS, classification, COUNTRY, datedTerms, day, moment, NOTICE_DAYS, orNull, PCTS, placeOf,
  plain, PRACTICES, SHAS, someOf, SUPPLIERS, version, withIds, type Codes,
} from './random-parts.js'
import {
  randomAgreement, randomConditions, randomConsultation, randomDispensation, randomSignOff,
} from './random-promises.js'

/** Small random registers. */

const randomProgramme = (code: string): Arbitrary<ProgrammeFact> =>
  fc
    .uniqueArray(
      plain({
        from: moment,
        noticeDaysMin: fc.constantFrom(...NOTICE_DAYS),
        validitySecondsMax: fc.constantFrom(60, 3_600, 86_400),
        obligations: fc
          .subarray(['RESPECT_DISSENT', 'ASK_AT_VIEW'])
          .map((codes) => codes.map((one) => ({ code: one, text: `Words of ${one}.` }))),
      }),
      { minLength: 1, maxLength: 3, selector: ({ from }) => from, size: 'max' },
    )
    .map((terms) => terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    .map((terms) => ({ code, name: `Programme ${code}`, terms, version: 1 }))

type Parents = RegionFact['parents']

/** Mostly one parent since ever; sometimes dated ones, or none for a time. */
const randomParents = (among: readonly string[]): Arbitrary<Parents> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...among).map((parent) => [{ region: parent, ...ALWAYS }]),
    },
    {
      weight: 1,
      arbitrary: datedTerms(fc.constantFrom(...among)).map((terms) =>
        terms.map(({ value, from, to }) => ({ region: value, from, to })),
      ),
    },
  )

const region = (code: string, kind: RegionFact['kind'], parents: Parents): RegionFact => ({
  code,
  name: `Region ${code}`,
  kind,
  parents,
  version: 1,
})

/** One country, two SHAs, and three or four PCTs, now and then directly under the country. */
const randomRegions: Arbitrary<RegionFact[]> = plain({
  shas: fc.array(randomParents([COUNTRY]), { minLength: 2, maxLength: 2 }),
  pcts: fc.array(randomParents([...SHAS, ...SHAS, COUNTRY]), { minLength: 3, maxLength: 4 }),
}).map(({ shas, pcts }) => [
  ...pcts.map((parents, i) => region(PCTS[i] ?? '', 'PCT', parents)),
  ...shas.map((parents, i) => region(SHAS[i] ?? '', 'SHA', parents)),
  region(COUNTRY, 'COUNTRY', []),
])

const randomPractice = (odsCode: string, pcts: readonly string[]): Arbitrary<PracticeFact> =>
  plain({
    openFrom: orNull(8, day),
    openTo: orNull(8, day),
    memberships: fc.oneof(
      fc.constantFrom(...pcts).map((value) => [{ value, ...ALWAYS }]),
      datedTerms(fc.constantFrom(...pcts)),
    ),
    suppliers: datedTerms(fc.constantFrom(...SUPPLIERS)),
  }).map(({ openFrom, openTo, memberships, suppliers }) => ({
    odsCode,
    name: `Practice ${odsCode}`,
    openFrom,
    openTo: openFrom !== null && openTo !== null && openTo <= openFrom ? null : openTo,
    memberships: memberships.map(({ value, from, to }) => ({ region: value, from, to })),
    suppliers: suppliers.map(({ value, from, to }) => ({ supplier: value, from, to })),
    version: 1,
  }))

/** Rollouts at every level and in every state; ended without a start, too. */
const randomRollout = (codes: Codes): Arbitrary<Omit<RolloutFact, 'id'>> =>
  plain({
    programme: fc.constantFrom(...codes.programmes),
    region: placeOf(codes),
    classification,
    earlierClassifications: fc
      .uniqueArray(plain({ classification, until: moment }), {
        maxLength: 2,
        selector: ({ until }) => until,
      })
      .map((earlier) => earlier.toSorted((a, b) => (a.until < b.until ? -1 : 1))),
    practices: orNull(7, someOf(codes.practices, 3)),
    plannedOn: orNull(4, day),
    startedAt: orNull(2, moment),
    endedAt: orNull(7, moment),
    funding: fc.constant(null),
    version,
  }).map((rollout) => {
    const { startedAt, endedAt } = rollout
    const isBackwards = startedAt !== null && endedAt !== null && endedAt < startedAt
    return isBackwards ? { ...rollout, startedAt: endedAt, endedAt: startedAt } : rollout
  })

const randomMailing = (codes: Codes): Arbitrary<Omit<MailingFact, 'id'>> =>
  plain({
    programme: fc.constantFrom(...codes.programmes),
    region: placeOf(codes),
    practices: orNull(7, someOf(codes.practices, 3)),
    packs: fc.constant(1_000),
    plannedFor: fc.constant(null),
    lastReceivedOn: orNull(2, day),
    exemption: fc.constant(null),
    breach: orNull(8, fc.constant('B-1')),
    voidedAt: orNull(8, moment),
    withOptOutForm: fc.boolean(),
    version,
  })

const randomClause = (codes: Codes): Arbitrary<ScopeClauseFact> =>
  plain({
    activities: fc.subarray(Object.values(Activity), { minLength: 1 }),
    classifications: orNull(6, fc.subarray(Object.values(Classification), { minLength: 1 })),
    regions: orNull(6, someOf(codes.regions, 2)),
    practices: orNull(8, someOf(codes.practices, 3)),
    suppliers: orNull(8, someOf(SUPPLIERS, 2)),
  })

/** Lifted before they begin, too: those are never in force. */
const randomSuspension = (codes: Codes): Arbitrary<Omit<SuspensionFact, 'id'>> =>
  plain({
    programme: fc.constantFrom(...codes.programmes),
    strength: fc.constantFrom('BINDING', 'ADVISORY'),
    scope: fc.array(randomClause(codes), { minLength: 1, maxLength: 2 }),
    from: moment,
    endedAt: orNull(5, moment),
    ending: fc.constant(null),
    endingReason: fc.constant(null),
    replacedBy: fc.constant(null),
    assurance: fc.constant(null),
    conditions: randomConditions,
    releases: fc.boolean(),
    spared: fc.subarray([...codes.practices], { maxLength: 1 }),
    signatories: fc.constant([]),
    imposedBy: fc.constant('DH'),
    reason: fc.constant('So drawn.'),
    version,
  })

const randomLive = (codes: Codes): Arbitrary<LiveFact[]> =>
  fc.uniqueArray(
    plain({
      programme: fc.constantFrom(...codes.programmes),
      practice: fc.constantFrom(...codes.practices),
      liveFrom: moment,
      breach: fc.option(fc.constant('B-1')),
      permittedFrom: fc.option(moment),
      version,
    }).map((live) => ({ ...live, id: `${live.programme}/${live.practice}` })),
    { maxLength: 3, selector: ({ id }) => id },
  )

const nothing = Object.fromEntries(
  Object.entries(NO_FACTS).map(([table, none]) => [table, fc.constant(none)]),
) as { [T in Table]: Arbitrary<readonly never[]> }

/** A whole register: consistent, small, and its rows in no particular order. */
export const randomFacts = (programmes: readonly string[] = ['SCR']): Arbitrary<AllFacts> =>
  fc
    .tuple(randomRegions, fc.integer({ min: 3, max: PRACTICES.length }))
    .chain(([regions, practicesCount]) => {
      const regionCodes = regions.map(({ code }) => code)
      const pcts = regionCodes.filter((code) => PCTS.includes(code))
      const practices = PRACTICES.slice(0, practicesCount)
      const codes = { programmes, regions: regionCodes, practices }
      return plain({
        ...nothing,
        organisation: fc.constant([{ code: 'DH', name: 'Department of Health', version: 1 }]),
        region: fc.constant(regions),
        practice: fc.tuple(...practices.map((code) => randomPractice(code, pcts))),
        programme: fc.tuple(...programmes.map(randomProgramme)),
        rollout: withIds(randomRollout(codes), 6),
        mailing: withIds(randomMailing(codes), 5),
        suspension: withIds(randomSuspension(codes), 5),
        live: randomLive(codes),
        consultation: withIds(randomConsultation(codes), 4),
        agreement: withIds(randomAgreement(codes), 6),
        signoff: withIds(randomSignOff(codes), 4),
        dispensation: withIds(randomDispensation(codes), 3),
      })
    })
