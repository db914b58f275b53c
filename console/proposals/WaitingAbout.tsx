import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { sayWhoSigns } from '../shared/command/words.js'
import { Link } from '../shared/Link.js'
import { SentenceView, type Sentence } from '../shared/Sentence.js'
import { sayProposed } from './say-command.js'

const ABOUT = graphql(`
  query ProposalsAbout($id: ID!, $at: DateTime, $knownAt: DateTime) {
    proposals(
      first: 10 at: $at knownAt: $knownAt filter: { about: $id, state: AWAITING }
      orderBy: { field: PROPOSED_AT, direction: ASC }
    ) {
      totalCount
      edges { node { id command input missing { administrator organisations } } }
    }
  }
`)

type Proposal = ResultOf<typeof ABOUT>['proposals']['edges'][number]['node']

/** "Lift S-1" within a sentence: "lift S-1". */
const within = ([first, ...rest]: Sentence): Sentence =>
  typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : rest

const One = ({ id, command, input, missing }: Proposal) => (
  <p>
    <Link to={`/proposals/${id}`}>{id}</Link>
    {' would '}
    <SentenceView of={within(sayProposed({ command, input }))} />
    {`; it waits for ${sayWhoSigns(missing)}.`}
  </p>
)

const Waits = ({ of }: { of: string }) => {
  const { at, knownAt } = useAsAt()
  const { data } = useAsk(ABOUT, { id: of, at, knownAt })
  const { edges = [], totalCount = 0 } = data?.proposals ?? {}
  if (edges.length === 0) return null
  return (
    <div className="card banner wait stacked">
      {edges.map(({ node }) => <One key={node.id} {...node} />)}
      {totalCount > edges.length && (
        <p><Link to="/proposals">{`${totalCount - edges.length} more wait`}</Link></p>
      )}
    </div>
  )
}

/** What waits for signatures and names a thing, for those who may read proposals. */
export const WaitingAbout = ({ of }: {
  /** Its id among all things. */
  of: string
}) => {
  const { canAccess } = useCanAccess({ resource: 'proposals', action: 'list' })
  return canAccess ? <Waits of={of} /> : null
}
