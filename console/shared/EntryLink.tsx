import { useCanAccess } from 'react-admin'
import { Link } from './Link.js'
import { sayCount } from './when.js'

/** The number of an entry of the ledger; it leads there whoever may read the ledger. */
export const EntryLink = ({ sequence }: { sequence: number }) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  const number = `#${sayCount(sequence)}`
  return canAccess ? <Link to={`/ledger/${sequence}`}>{number}</Link> : <>{number}</>
}
