import type { RegionTermFact } from '../register/facts.js'

/** A thing wrong with a line, before it is known what it costs. */
export interface Finding {
  readonly line: number
  readonly reason: string
  /** The code of the practice, as the line has it; null where it has none that can be read. */
  readonly code: string | null
}

/** A row and where it stands. */
export type Placed<Row> = Row & { readonly line: number }

type Practice = Placed<{ readonly odsCode: string }>
type Member = Placed<{ readonly odsCode: string; readonly term: RegionTermFact }>

/** Practices with two rows where there can be one, told at the later line. */
export const findRepeats = (rows: readonly Practice[]): Finding[] => {
  const firstLines = new Map<string, number>()
  const findings: Finding[] = []
  for (const { odsCode, line } of rows) {
    const first = firstLines.get(odsCode)
    if (first === undefined) {
      firstLines.set(odsCode, line)
    } else {
      const reason = `lines ${first} and ${line} are both of ${odsCode}; right is one row of it`
      findings.push({ line, reason, code: odsCode })
    }
  }
  return findings
}

const compareStarts = ({ term: a }: Member, { term: b }: Member): number => {
  if (a.from === b.from) return 0
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1
}

/** The memberships of each practice, in order of time. */
export const historiesOf = <Row extends Member>(rows: readonly Row[]): Map<string, Row[]> => {
  const histories = new Map<string, Row[]>()
  for (const row of rows) {
    const history = histories.get(row.odsCode)
    if (history) history.push(row)
    else histories.set(row.odsCode, [row])
  }
  for (const history of histories.values()) history.sort(compareStarts)
  return histories
}

const endsLater = (a: RegionTermFact, b: RegionTermFact): boolean =>
  b.to !== null && (a.to === null || a.to > b.to)
const overlap = (earlier: RegionTermFact, later: RegionTermFact): boolean =>
  earlier.to === null || later.from === null || earlier.to > later.from

const tellOverlap = (a: Member, b: Member): Finding => {
  const [first, second] = a.line < b.line ? [a, b] : [b, a]
  const lines = `lines ${first.line} and ${second.line}`
  const both = `in ${first.term.region} and in ${second.term.region} on the same days`
  const reason = `${lines} have ${a.odsCode} ${both}; right is to leave one, then join the next`
  return { line: second.line, reason, code: a.odsCode }
}

const overlapsIn = (history: readonly Member[]): Finding[] => {
  const findings: Finding[] = []
  // Each is held against the one before it that ends last: a long one may outlast its next.
  let longest: Member | undefined
  for (const member of history) {
    if (longest && overlap(longest.term, member.term)) findings.push(tellOverlap(longest, member))
    if (!longest || endsLater(member.term, longest.term)) longest = member
  }
  return findings
}

/** Practices that are in two bodies at once, told at the later line. */
export const findOverlaps = (rows: readonly Member[]): Finding[] =>
  [...historiesOf(rows).values()].flatMap(overlapsIn)
