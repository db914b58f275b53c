import { Link } from './Link.js'

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
