import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { sayWhoSigns } from '../shared/command/words.js'
import { Link } from '../shared/Link.js'
import { sayCode, sayCommand } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayHowMany } from '../shared/when.js'
import { Undecided } from './Undecided.js'

const PROPOSALS = graphql(`
  query WaitingProposals($at: DateTime, $knownAt: DateTime) {
    mine: proposals(
      first: 3 at: $at knownAt: $knownAt filter: { waitsForMe: true, state: AWAITING }
      orderBy: { field: PROPOSED_AT, direction: ASC }
    ) {
      totalCount
      edges { node { id command lapsesAt organisation { code } } }
    }
    others: proposals(
      first: 3 at: $at knownAt: $knownAt filter: { waitsForMe: false, state: AWAITING }
      orderBy: { field: PROPOSED_AT, direction: ASC }
    ) {
      totalCount
      edges { node { id command missing { administrator organisations } } }
    }
  }
`)

type Asked = ResultOf<typeof PROPOSALS>

const sayWait = (count: number, whom: string): string =>
  `${sayHowMany(count, 'proposal')} ${count === 1 ? 'waits' : 'wait'} for ${whom}`

const ForMe = ({ mine: { totalCount, edges } }: Asked) => (
  <>
    <p>
      {totalCount === 0 ? 'No proposal waits for your signature. ' : ''}
      <Link to="/proposals">
        {totalCount === 0 ? 'All proposals' : sayWait(totalCount, 'your signature')}
      </Link>
    </p>
    <ul className="plain-list">
      {edges.map(({ node: { id, command, lapsesAt, organisation } }) => (
        <li key={id}>
          <Link to={`/proposals/${id}`}>{`${id}: ${sayCommand(command)}`}</Link>
          {organisation && `, from ${organisation.code}`}
          <div className="quiet">Lapses <Moment of={lapsesAt} /></div>
        </li>
      ))}
    </ul>
  </>
)

const ForOthers = ({ others: { totalCount, edges } }: Asked) =>
  totalCount === 0 ? null : (
    <>
      <p>{`${sayWait(totalCount, 'others')}.`}</p>
      <ul className="plain-list">
        {edges.map(({ node: { id, command, missing } }) => (
          <li key={id}>
            <Link to={`/proposals/${id}`}>{`${id}: ${sayCommand(command)}`}</Link>
            <div className="quiet">{`Waits for ${sayWhoSigns(missing)}`}</div>
          </li>
        ))}
      </ul>
    </>
  )

const Proposals = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(PROPOSALS, { at, knownAt }, { keep: true })
  return (
    <>
      <h3>Proposals</h3>
      <Waiting query={query}>
        {(asked) => (
          <>
            <ForMe {...asked} />
            <ForOthers {...asked} />
          </>
        )}
      </Waiting>
    </>
  )
}

const BREACHES = graphql(`
  query LatestBreaches($at: DateTime, $knownAt: DateTime) {
    breaches(first: 3, at: $at, knownAt: $knownAt, orderBy: { field: AT, direction: DESC }) {
      totalCount
      edges { node { id kind at practiceCode region { name } } }
    }
  }
`)

const Breaches = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(BREACHES, { at, knownAt }, { keep: true })
  return (
    <>
      <h3>Breaches</h3>
      <Waiting query={query}>
        {({ breaches: { totalCount, edges } }) => (
          <>
            <p>
              {totalCount === 0
                ? 'No breach was found.'
                : <Link to="/breaches">{sayHowMany(totalCount, 'breach', 'breaches')}</Link>}
            </p>
            <ul className="plain-list">
              {edges.map(({ node: { id, kind, at: done, practiceCode, region } }) => (
                <li key={id}>
                  <Link to={`/breaches/${id}`}>{`${id}: ${sayCode(kind)}`}</Link>
                  {[practiceCode, region?.name].filter(Boolean).map((where) => `, ${where}`)}
                  <div className="quiet"><Moment of={done} /></div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Waiting>
    </>
  )
}

/** What waits for who looks, and what went wrong: each for those who may read it. */
export const WaitingForMe = () => {
  const proposals = useCanAccess({ resource: 'proposals', action: 'list' }).canAccess
  const breaches = useCanAccess({ resource: 'breaches', action: 'list' }).canAccess
  const decides = useViewer()?.commands.includes('decideDispensation') ?? false
  if (!proposals && !breaches) return null
  return (
    <Section title="For your attention">
      {proposals && <Proposals />}
      {decides && <Undecided />}
      {breaches && <Breaches />}
    </Section>
  )
}
