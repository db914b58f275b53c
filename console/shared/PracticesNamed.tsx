import { Link } from './Link.js'
import { sayHowMany } from './when.js'

/** How many practices something names: "3 named practices", or "All practices" of its region. */
export const sayPracticesNamed = (codes: readonly string[] | null): string =>
  codes ? sayHowMany(codes.length, 'named practice') : 'All practices'

/** The practices that something names, or that it names none and so means all of its region. */
export const PracticesNamed = ({ codes }: { codes: readonly string[] | null }) => {
  if (!codes) return <p>All practices of its region.</p>
  return (
    <ul className="chips">
      {codes.map((code) => (
        <li key={code}><Link to={`/practices/${code}`}>{code}</Link></li>
      ))}
    </ul>
  )
}
