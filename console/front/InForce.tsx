import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { sayCode } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { StateTag } from '../shared/Tag.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayHowMany } from '../shared/when.js'

const IN_FORCE = graphql(`
  query InForce($at: DateTime, $knownAt: DateTime) {
    suspensions(
      first: 4 at: $at knownAt: $knownAt filter: { inForce: true }
      orderBy: { field: FROM, direction: DESC }
    ) {
      totalCount
      edges { node { id from strength reason programme { code } } }
    }
  }
`)

/** The suspensions in force at the moment looked at, with the reason of each: why it holds. */
export const InForce = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(IN_FORCE, { at, knownAt }, { keep: true })
  return (
    <Section title="Suspensions in force">
      <Waiting query={query}>
        {({ suspensions: { totalCount, edges } }) => (
          <>
            {edges.length === 0 && <p>No suspension is in force.</p>}
            <ul className="plain-list">
              {edges.map(({ node: { id, from, strength, reason, programme } }) => (
                <li key={id}>
                  <div className="row">
                    <Link to={`/suspensions/${id}`}>{`${id}, ${programme.code}`}</Link>
                    <StateTag
                      of={{
                        word: sayCode(strength), tone: strength === 'BINDING' ? 'bad' : 'plain',
                      }}
                    />
                  </div>
                  <div className="quiet">Since <Moment of={from} /></div>
                  <p className="two-lines">{reason}</p>
                </li>
              ))}
            </ul>
            {totalCount > edges.length && (
              <p className="under">
                <Link to="/suspensions">{`All ${sayHowMany(totalCount, 'suspension')}`}</Link>
              </p>
            )}
          </>
        )}
      </Waiting>
    </Section>
  )
}
