import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayHowMany } from '../shared/when.js'

const UNDECIDED = graphql(`
  query UndecidedDispensations($at: DateTime, $knownAt: DateTime) {
    dispensations(
      first: 3 at: $at knownAt: $knownAt filter: { decided: false }
      orderBy: { field: REQUESTED_AT, direction: ASC }
    ) {
      totalCount
      edges { node { id requestedBy requestedAt suspension { id } } }
    }
  }
`)

const LIST = `/dispensations?filter=${encodeURIComponent(JSON.stringify({ decided: false }))}`

/** Dispensations that were asked for, for those who decide them. */
export const Undecided = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(UNDECIDED, { at, knownAt }, { keep: true })
  return (
    <>
      <h3>Dispensations</h3>
      <Waiting query={query}>
        {({ dispensations: { totalCount, edges } }) => (
          <>
            <p>
              {totalCount === 0 ? 'No dispensation waits for a decision.' : (
                <Link to={LIST}>
                  {`${sayHowMany(totalCount, 'dispensation')} ` +
                    `${totalCount === 1 ? 'waits' : 'wait'} for an administrator’s decision`}
                </Link>
              )}
            </p>
            <ul className="plain-list">
              {edges.map(({ node: { id, requestedBy, requestedAt, suspension } }) => (
                <li key={id}>
                  <Link to={`/dispensations/${id}`}>{`${id}: from ${suspension.id}`}</Link>
                  {`, asked for by ${requestedBy}`}
                  <div className="quiet">Asked for <Moment of={requestedAt} /></div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Waiting>
    </>
  )
}
