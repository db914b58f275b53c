import { useCanAccess } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { sayCommand } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayCount } from '../shared/when.js'

const LATEST = graphql(`
  query LatestEntries($at: DateTime, $knownAt: DateTime) {
    ledgerEntries(
      first: 4 at: $at knownAt: $knownAt orderBy: { field: SEQUENCE, direction: DESC }
    ) {
      edges { node { sequence at kind organisation subject body { key reason } } }
    }
  }
`)

const Entries = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(LATEST, { at, knownAt }, { keep: true })
  return (
    <Waiting query={query}>
      {({ ledgerEntries: { edges } }) => (
        <>
          {edges.length === 0 && <p>The ledger has no entry by then.</p>}
          <ol className="plain-list">
            {edges.map(({ node }) => (
              <li key={node.sequence}>
                <Link to={`/ledger/${node.sequence}`}>
                  {`#${sayCount(node.sequence)}: ${sayCommand(node.kind)}`}
                </Link>
                {node.body && ` ${node.body.key}`}
                <div className="quiet">
                  {`${node.subject}, ${node.organisation}, `}<Moment of={node.at} />
                </div>
                {node.body && <p className="one-line quiet">{node.body.reason}</p>}
              </li>
            ))}
          </ol>
          <p className="under"><Link to="/ledger">The whole ledger</Link></p>
        </>
      )}
    </Waiting>
  )
}

/** The latest entries by the moment looked at, for those who may read the ledger. */
export const LatestEntries = () => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  return canAccess ? <Section title="Latest in the ledger"><Entries /></Section> : null
}
