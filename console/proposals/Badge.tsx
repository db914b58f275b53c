import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { Badge as Shown } from '../shared/Badge.js'

const MINE = graphql(`
  query ProposalsForMe {
    proposals(first: 0, filter: { waitsForMe: true }) { totalCount }
  }
`)

/** How many proposals wait for who is signed in, now. */
export const Badge = () => {
  const { data } = useAsk(MINE, {})
  return <Shown count={data?.proposals.totalCount ?? 0} is="waiting for you" />
}
