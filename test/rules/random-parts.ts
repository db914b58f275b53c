import fc, { type Arbitrary } from 'fast-check'
import { type Day, type Moment, startOfDayMs, toMoment } from '../../api/kernel/moment.js'
import { Classification } from '../../api/kernel/vocabulary.js'

/**
 * What random registers are drawn from. All dates come from a dozen days, so that facts and
 * questions meet on the very millisecond, and miss each other by one.
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

export const COUNTRY = 'ENG'
export const SHAS = ['Q31', 'Q32']
export const PCTS = ['5A1', '5B2', '5C3', '5D4']
export const PRACTICES = ['A00001', 'A00002', 'B00003', 'B00004', 'C00005']
export const SUPPLIERS = ['EMIS', 'INPS', 'TPP']
/** The order of plain strings, not of numbers and not of a dictionary. */
export const IDS = ['1', '10', '2', '9', 'A', 'B', 'Z', 'a', 'b', 'é']

/** Rows are plain JSON: fast-check would draw some without a prototype. */
export const plain = <T>(model: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> =>
  fc.record<T>(model, { noNullPrototype: true })

export const day = fc.constantFrom(...DAYS)
export const near = (days: Arbitrary<Day>): Arbitrary<number> =>
  fc
    .tuple(days, fc.constantFrom(...OFFSETS_MS))
    .map(([on, offsetMs]) => startOfDayMs(on) + offsetMs)
export const moment: Arbitrary<Moment> = near(day).map(toMoment)
export const version = fc.constant(1)

/** Null so many times in ten, else drawn. */
export const orNull = <T>(timesNullInTen: number, drawn: Arbitrary<T>): Arbitrary<T | null> =>
  fc.oneof(
    { weight: timesNullInTen, arbitrary: fc.constant(null) },
    { weight: 10 - timesNullInTen, arbitrary: drawn },
  )
export const someOf = (among: readonly string[], max: number) =>
  fc.subarray([...among], { minLength: 1, maxLength: Math.min(max, among.length) })

export interface Dated<T> {
  value: T
  from: Day | null
  to: Day | null
}
export const ALWAYS: Omit<Dated<never>, 'value'> = { from: null, to: null }

/** Up to three dated terms that do not overlap, with a gap sometimes, and open ends sometimes. */
export const datedTerms = <T>(drawn: Arbitrary<T>): Arbitrary<Dated<T>[]> =>
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
export const withIds = <T>(
  drawn: Arbitrary<T>,
  maxLength: number,
): Arbitrary<(T & { id: string })[]> =>
  plain({
    count: fc.nat({ max: maxLength }),
    ids: fc.shuffledSubarray(IDS, { minLength: maxLength, maxLength }),
    rows: fc.array(drawn, { minLength: maxLength, maxLength }),
  }).map(({ count, ids, rows }) =>
    rows.slice(0, count).map((row, i) => ({ ...row, id: ids[i] ?? '' })),
  )

/** The codes that the rows of one register may name. */
export interface Codes {
  programmes: readonly string[]
  regions: readonly string[]
  practices: readonly string[]
}

/** Any region, and the country and its SHAs more often, so that most practices are reached. */
export const placeOf = ({ regions }: Codes): Arbitrary<string> =>
  fc.constantFrom(...regions, ...SHAS, COUNTRY, COUNTRY)

export const classification = fc.constantFrom(...Object.values(Classification))
