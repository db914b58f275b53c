import { sayDate, type Day } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'

interface Term {
  readonly from: Day | null
  readonly to: Day | null
}

const BEFORE_ALL = ''
const sayTerm = ({ from, to }: Term): string =>
  `The term ${from ? `from ${sayDate(from)}` : 'since ever'} ` +
  `${to ? `until ${sayDate(to)}` : 'without end'}`

/** Terms in order of time, or a refusal: each must hold for a day at least, and none overlap. */
export const decideTerms = <T extends Term>(field: string, terms: readonly T[]): T[] => {
  const ordered = [...terms].sort((a, b) =>
    (a.from ?? BEFORE_ALL) < (b.from ?? BEFORE_ALL) ? -1 : 1,
  )
  ordered.forEach((term, index) => {
    if (term.from !== null && term.to !== null && term.from >= term.to) {
      throw invalid(field, `${sayTerm(term)} ends before it begins; \`to\` is the day after.`)
    }
    const next = ordered[index + 1]
    if (next && (term.to === null || next.from === null || next.from < term.to)) {
      throw invalid(field, `${sayTerm(term)} overlaps with the next: ${sayTerm(next)}.`)
    }
  })
  return ordered
}
