import { sayConditions } from '../assurances/words.js'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { useNow } from '../shared/clock.js'
import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { dayAfter } from '../shared/moment-text.js'
import { KEPT_STATES, saySaid, sayKept } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { StateTag } from '../shared/Tag.js'
import { londonDay } from '../shared/terms.js'
import { Waiting } from '../shared/Waiting.js'
import { Day, sayHowMany } from '../shared/when.js'

const ASSURANCES = graphql(`
  query FrontAssurances($by: Date, $at: DateTime, $knownAt: DateTime) {
    all: assurances(first: 200, at: $at, knownAt: $knownAt, filter: { givenTo: $by }) {
      totalCount
      edges { node { kept(at: $at) } }
    }
    assurances(
      first: 5 at: $at knownAt: $knownAt filter: { givenTo: $by }
      orderBy: { field: GIVEN_ON, direction: DESC }
    ) {
      totalCount
      edges {
        node {
          id
          text
          givenOn
          givenBy { organisation { code } }
          givenTo { organisation { code } }
          said(at: $at)
          kept(at: $at)
          conditions { place }
          unmet(at: $at) { place }
        }
      }
    }
  }
`)

type Assurance = ResultOf<typeof ASSURANCES>['assurances']['edges'][number]['node']

const codesOf = (speakers: Assurance['givenBy']): string =>
  [...new Set(speakers.map(({ organisation }) => organisation.code))].join(', ')

const Promised = (assurance: Assurance) => {
  const { id, text, givenOn, givenBy, givenTo, said, kept } = assurance
  return (
    <li>
      <div className="row links">
        <Link to={`/assurances/${id}`}>
          {id}, <Day of={givenOn} />
        </Link>
        <span className="quiet">{`${codesOf(givenBy)} to ${codesOf(givenTo)}`}</span>
      </div>
      <div className="row under">
        <StateTag of={saySaid(said)} />
        <StateTag of={sayKept(kept)} />
        <StateTag of={sayConditions(assurance)} />
      </div>
      <p className="two-lines quiet">{text}</p>
    </li>
  )
}

type All = ResultOf<typeof ASSURANCES>['all']

/** How many of them are kept, and how many are not: each number leads to the list of those. */
const ByKept = ({ all: { edges, totalCount }, by }: { all: All; by: string }) => {
  const of = (kept: string) => edges.filter(({ node }) => node.kept === kept).length
  // More than a page are not counted: a part of them would be a wrong number.
  if (totalCount > edges.length) return null
  return (
    <ul className="row plain links" aria-label="Assurances by whether they are kept">
      {Object.entries(KEPT_STATES).map(([kept, word]) => (
        <li key={kept}>
          <Link to={listAt('assurances', { kept, givenTo: by })}>{`${word}: ${of(kept)}`}</Link>
        </li>
      ))}
    </ul>
  )
}

/** The latest assurances given by the moment looked at, with what became of each. */
export const Assurances = () => {
  const { at, knownAt } = useAsAt()
  const now = useNow()
  const moment = at ?? knownAt ?? now
  const by = moment ? dayAfter(londonDay(moment)) : null
  const variables = { by, at, knownAt }
  const query = useAsk(ASSURANCES, variables, { keep: true, enabled: by !== null })
  return (
    <Section title="Assurances">
      <Waiting query={query}>
        {({ all, assurances: { totalCount, edges } }) => (
          <>
            {totalCount > 0 && by && <ByKept all={all} by={by} />}
            {edges.length === 0 && <p>No assurance that you may read had been given.</p>}
            <ul className="plain-list">
              {edges.map(({ node }) => <Promised key={node.id} {...node} />)}
            </ul>
            {totalCount > edges.length && (
              <p className="under">
                <Link to="/assurances">{`All ${sayHowMany(totalCount, 'assurance')}`}</Link>
              </p>
            )}
          </>
        )}
      </Waiting>
    </Section>
  )
}
