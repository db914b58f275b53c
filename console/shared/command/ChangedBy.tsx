import { useCanAccess } from 'react-admin'
import { graphql } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { sayMoment } from '../when.js'

const LAST = graphql(`
  query LastEntry($key: ID!) {
    page: ledgerEntries(
      first: 1 filter: { key: $key } orderBy: { field: SEQUENCE, direction: DESC }
    ) {
      edges { node { at subject organisation body { reason } } }
    }
  }
`)

interface Props {
  /** Its number or code. */
  readonly of: string
  /** What was done last, where that is known and its reason stands beside it: "Declined". */
  readonly did?: string
}

const Told = ({ of, did }: Props) => {
  const { data } = useAsk(LAST, { key: of }, { fresh: true })
  const entry = data?.page.edges[0]?.node
  if (!entry) return null
  const { at, subject, organisation, body } = entry
  const why = body?.reason && !did ? `, for this reason: ${body.reason}` : '.'
  return <p>{`${did ?? 'Last changed'} by ${subject}, ${organisation}, on ${sayMoment(at)}${why}`}</p>
}

/** Who changed a thing last, and why, for those who may read the ledger. */
export const ChangedBy = (props: Props) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  return canAccess ? <Told {...props} /> : null
}
