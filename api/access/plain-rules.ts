/** A rule as class-validator words it, and how it is said to whoever broke it. */
type Wording = readonly [RegExp, string]

const WORDINGS: readonly Wording[] = [
  [/ must contain at least 1 elements$/, ' must name at least one'],
  [/ must contain at least (\d+) elements$/, ' must name at least $1'],
  [/ must contain no more than (\d+) elements$/, ' must name at most $1'],
  [/ must be an integer number$/, ' must be a whole number'],
  [/ must not be less than (-?\d+)$/, ' must be at least $1'],
  [/ must not be greater than (-?\d+)$/, ' must be at most $1'],
]
const LENGTH =
  / must be (longer|shorter) than or equal to (\d+)( and shorter than or equal to (\d+))? characters$/

const sayLength = (_: string, way: string, bound: string, __: unknown, most?: string): string =>
  most === undefined
    ? ` must have at ${way === 'longer' ? 'least' : 'most'} ${bound} character${bound === '1' ? '' : 's'}`
    : ` must have ${bound} to ${most} characters`

/** Says a rule plainly; one that is worded here already stays as it is. */
export const sayPlainly = (rule: string): string =>
  WORDINGS.reduce((said, [pattern, plain]) => said.replace(pattern, plain), rule).replace(
    LENGTH,
    sayLength,
  )
