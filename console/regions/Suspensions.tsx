import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { sayWhoSigns } from '../shared/command/words.js'
import { CONDITION, sayCondition, saySince } from '../shared/condition.js'
import { SCOPE } from '../shared/scope.js'
import { ScopeInWords } from '../shared/ScopeInWords.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayCount } from '../shared/when.js'
import type { Around } from './around.js'
import type { RolloutIn } from './RolloutTable.js'

/** In what a region has to do with a suspension, and how far its practices have come. */
export const SUSPENSIONS = graphql(
  `
    query SuspensionsOver($region: ID!, $at: DateTime, $knownAt: DateTime) {
      suspensions(first: 200, filter: { inForce: true }, at: $at, knownAt: $knownAt) {
        edges {
          node {
            id
            from
            reason
            strength
            scope { ...ScopeParts }
            signatories { code }
            progress(region: $region, at: $at) { met unmet condition { ...ConditionParts } }
          }
        }
      }
    }
  `,
  [SCOPE, CONDITION],
)

const WHERE = graphql(`
  query WherePracticesAre($codes: [ID!]!, $at: DateTime, $knownAt: DateTime) {
    rulings(practices: $codes, at: $at, knownAt: $knownAt) {
      practice { odsCode regionAt(at: $at) { code } }
    }
  }
`)

type Suspension = ResultOf<typeof SUSPENSIONS>['suspensions']['edges'][number]['node']
type Clause = Suspension['scope'][number]
type Progress = Suspension['progress'][number]

const STRENGTHS = {
  BINDING: { word: 'Binding', tone: 'bad' },
  ADVISORY: { word: 'Advisory', tone: 'wait' },
} as const

const COLUMNS: readonly Column<Progress>[] = [
  {
    label: 'Condition',
    cell: ({ condition }) => (
      <>
        {sayCondition(condition)}
        <div className="quiet">{saySince(condition)}</div>
      </>
    ),
  },
  { label: 'Practices that meet it', cell: ({ met }) => sayCount(met), number: true },
  { label: 'That do not', cell: ({ unmet }) => sayCount(unmet), number: true },
]

/** Whose agreement it takes before what a suspension holds can go on. */
const Loosening = ({ id, signatories }: Pick<Suspension, 'id' | 'signatories'>) => {
  const organisations = signatories.map(({ code }) => code)
  return <p>{`What loosens ${id} waits for ${sayWhoSigns({ administrator: true, organisations })}.`}</p>
}

const One = ({ id, from, reason, strength, scope, signatories, progress }: Suspension) => (
  <li>
    <p className="row">
      <StateTag of={STRENGTHS[strength]} />
      <strong><ThingLink id={id} /></strong>
      <span>Since <Moment of={from} /></span>
    </p>
    <p>{reason}</p>
    <div><ScopeInWords scope={scope} /></div>
    {signatories.length > 0 && <Loosening id={id} signatories={signatories} />}
    <Table
      caption={`How far the conditions of ${id} are met here`}
      columns={COLUMNS}
      rows={progress}
      keyOf={({ condition }) => condition.place}
      none={`${id} has no conditions: it holds until it is lifted.`}
    />
  </li>
)

interface Touched {
  readonly around: Around
  readonly rollouts: readonly RolloutIn[]
  /** Codes of the practices that a scope names and that belong here. */
  readonly here: ReadonlySet<string>
}

const some = <Of,>(named: readonly Of[] | null, is: (one: Of) => boolean): boolean =>
  named === null || named.some(is)

/** Whether a clause may take in a practice of the region: what is not named is not narrowed. */
const touches = (
  { regions, classifications, practices }: Clause,
  { around, rollouts, here }: Touched,
): boolean =>
  some(regions, (code) => around.has(code)) &&
  some(practices, (code) => here.has(code)) &&
  some(classifications, (wave) =>
    rollouts.some(({ classificationThen, state }) =>
      classificationThen === wave && state !== 'ENDED'))

const Touching = ({ suspensions, around, rollouts }: {
  suspensions: readonly Suspension[]
  around: Around
  rollouts: readonly RolloutIn[]
}) => {
  const { at, knownAt } = useAsAt()
  const codes = [...new Set(suspensions.flatMap(({ scope }) =>
    scope.flatMap(({ practices }) => practices ?? [])))]
  const query = useAsk(WHERE, { codes, at, knownAt })
  return (
    <Waiting query={query}>
      {({ rulings }) => {
        const placed = rulings.flatMap(({ practice }) => practice ?? [])
        const isHere = placed.filter(({ regionAt }) => regionAt && around.has(regionAt.code))
        const here = new Set(isHere.map(({ odsCode }) => odsCode))
        const found = suspensions.filter(({ scope }) =>
          scope.some((clause) => touches(clause, { around, rollouts, here })))
        if (found.length === 0) return <p>No suspension in force touches it.</p>
        return <ul className="plain">{found.map((each) => <One key={each.id} {...each} />)}</ul>
      }}
    </Waiting>
  )
}

/** The suspensions in force that may hold practices of a region, with their conditions there. */
export const Suspensions = ({ region, around, rollouts }: {
  region: string
  around: Around
  rollouts: readonly RolloutIn[]
}) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(SUSPENSIONS, { region, at, knownAt })
  return (
    <Waiting query={query}>
      {({ suspensions }) => (
        <Touching
          suspensions={suspensions.edges.map(({ node }) => node)}
          around={around}
          rollouts={rollouts}
        />
      )}
    </Waiting>
  )
}
