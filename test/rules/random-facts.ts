import fc, { type Arbitrary } from 'fast-check'
import { type Day, type Moment, startOfDayMs, toMoment } from '../../api/kernel/moment.js'
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

/**
 * Small random registers, and questions about them. All dates come from a dozen days, so that
 * facts and questions meet on the very millisecond, and miss each other by one.
 */

/** About both changes of the clocks, 25 October 2009 and 28 March 2010, and some way off. */
export const DAYS: readonly Day[] = [
  '2009-10-24',
  '2009-10-25',
  '2009-10-26',
  '2010-01-02',
  '2010-03-26',
  '2010-03-27',
  '2010-03-28',
  '2010-03-29',
  '2010-04-02',
  '2010-04-16',
  '2010-06-18',
  '2010-06-25',
]
/** 84 days from 2010-01-02 are over on 2010-03-27, and from 2010-04-02 on 2010-06-25. */
export const NOTICE_DAYS = [0, 1, 2, 14, 84]
const HOUR_MS = 3_600_000
/** An hour either side is midnight in UTC, or in London on the other side of the clocks' change. */
const OFFSETS_MS = [-HOUR_MS, -1, 0, 1, HOUR_MS, 9 * HOUR_MS]

const COUNTRY = 'ENG'
const SHAS = ['Q31', 'Q32']
const PCTS = ['5A1', '5B2', '5C3', '5D4']
const PRACTICES = ['A00001', 'A00002', 'B00003', 'B00004', 'C00005']
const SUPPLIERS = ['EMIS', 'INPS', 'TPP']
/** The order of plain strings, not of numbers and not of a dictionary. */
const IDS = ['1', '10', '2', '9', 'A', 'B', 'Z', 'a', 'b', 'é']

/** Rows are plain JSON: fast-check would draw some without a prototype. */
export const plain = <T>(model: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> =>
  fc.record<T>(model, { noNullPrototype: true })

export const day = fc.constantFrom(...DAYS)
export const near = (days: Arbitrary<Day>): Arbitrary<number> =>
  fc
    .tuple(days, fc.constantFrom(...OFFSETS_MS))
    .map(([on, offsetMs]) => startOfDayMs(on) + offsetMs)
const moment: Arbitrary<Moment> = near(day).map(toMoment)
const version = fc.constant(1)

/** Null so many times in ten, else drawn. */
export const orNull = <T>(timesNullInTen: number, drawn: Arbitrary<T>): Arbitrary<T | null> =>
  fc.oneof(
    { weight: timesNullInTen, arbitrary: fc.constant(null) },
    { weight: 10 - timesNullInTen, arbitrary: drawn },
  )
const someOf = (among: readonly string[], max: number) =>
  fc.subarray([...among], { minLength: 1, maxLength: Math.min(max, among.length) })

interface Dated<T> {
  value: T
  from: Day | null
  to: Day | null
}
const ALWAYS: Omit<Dated<never>, 'value'> = { from: null, to: null }

/** Up to three dated terms that do not overlap, with a gap sometimes, and open ends sometimes. */
const datedTerms = <T>(drawn: Arbitrary<T>): Arbitrary<Dated<T>[]> =>
  plain({
    cuts: fc.uniqueArray(day, { maxLength: 3, size: 'max' }),
    values: fc.array(orNull(2, drawn), { minLength: 4, maxLength: 4 }),
  }).map(({ cuts, values }) => {
    const ends = [null, ...cuts.toSorted(), null]
    return values
      .slice(0, cuts.length + 1)
      .map((value, i) => ({ value, from: ends[i] ?? null, to: ends[i + 1] ?? null }))
      .filter((term): term is Dated<T> => term.value !== null)
      .slice(0, 3)
  })

/** So many rows at most, each with an id of its own. */
const withIds = <T>(drawn: Arbitrary<T>, maxLength: number): Arbitrary<(T & { id: string })[]> =>
  plain({
    count: fc.nat({ max: maxLength }),
    ids: fc.shuffledSubarray(IDS, { minLength: maxLength, maxLength }),
    rows: fc.array(drawn, { minLength: maxLength, maxLength }),
  }).map(({ count, ids, rows }) =>
    rows.slice(0, count).map((row, i) => ({ ...row, id: ids[i] ?? '' })),
  )

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

/** The codes that the rows of one register may name. */
interface Codes {
  programmes: readonly string[]
  regions: readonly string[]
  practices: readonly string[]
}

/** Any region, and the country and its SHAs more often, so that most practices are reached. */
const placeOf = ({ regions }: Codes): Arbitrary<string> =>
  fc.constantFrom(...regions, ...SHAS, COUNTRY, COUNTRY)

export const classification = fc.constantFrom(...Object.values(Classification))

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
    lastReceivedOn: orNull(8, day),
    exemption: fc.constant(null),
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
    replacedBy: fc.constant(null),
    assurance: fc.constant(null),
    conditions: fc.constant([]),
    releases: fc.constant(false),
    spared: fc.constant([]),
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
      })
    })
