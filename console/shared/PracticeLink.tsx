import { Link } from './Link.js'

interface OfPractice {
  readonly practiceCode: string
  /** Null where the register has no such practice, or not for who looks. */
  readonly practice: { readonly name: string } | null
}

export const sayPractice = ({ practice, practiceCode }: OfPractice): string =>
  practice ? `${practice.name} (${practiceCode})` : practiceCode

export const PracticeLink = (of: OfPractice) => (
  <Link to={`/practices/${of.practiceCode}`}>{sayPractice(of)}</Link>
)
