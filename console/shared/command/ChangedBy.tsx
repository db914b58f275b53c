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

const Told = ({ of }: { of: string }) => {
  const { data } = useAsk(LAST, { key: of }, { fresh: true })
  const entry = data?.page.edges[0]?.node
  if (!entry) return null
  const { at, subject, organisation, body } = entry
  const why = body?.reason ? `, for this reason: ${body.reason}` : '.'
  return <p>{`Last changed by ${subject}, ${organisation}, on ${sayMoment(at)}${why}`}</p>
}

/** Who changed a thing last, by its number or code, and why, for those who may read the ledger. */
export const ChangedBy = ({ of }: { of: string }) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  return canAccess ? <Told of={of} /> : null
}
