import { useState } from 'react'
import { Button } from '@mui/material'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import type { Condition } from '../shared/condition.js'
import { Link } from '../shared/Link.js'
import { Table, type Column } from '../shared/Table.js'
import { ThingLinks } from '../shared/ThingLink.js'
import { Failed, Waiting } from '../shared/Waiting.js'
import { sayCount } from '../shared/when.js'
import { useStates, type States } from './use-progress.js'

/** Practices shown at once; the API answers how each stands apart. */
const AT_ONCE = 20
const FIRST_MAX = 200

const PRACTICES = graphql(`
  query PracticesThere($region: ID!, $first: Int!, $at: DateTime, $knownAt: DateTime) {
    practices(
      first: $first at: $at knownAt: $knownAt
      filter: { region: $region, open: true } orderBy: { field: ODS_CODE, direction: ASC }
    ) {
      totalCount
      edges { node { odsCode name } }
    }
  }
`)

interface Practice {
  readonly odsCode: string
  readonly name: string
}

const Standing = ({ states, place }: { states: States | undefined; place: string }) => {
  const found = states?.find(({ condition }) => condition.place === place)
  if (!found) return <>Reading …</>
  if (!found.met) return <>Not met</>
  return <>Met: <ThingLinks ids={found.evidence} none="by nothing recorded" /></>
}

const Practices = ({ id, conditions, practices }: {
  id: string
  conditions: readonly Condition[]
  practices: readonly Practice[]
}) => {
  const { of, error } = useStates(id, practices.map(({ odsCode }) => odsCode))
  const columns: readonly Column<Practice>[] = [
    {
      label: 'Practice',
      cell: ({ odsCode, name }) => (
        <Link to={`/practices/${odsCode}`}>{`${name} (${odsCode})`}</Link>
      ),
    },
    ...conditions.map(({ place }): Column<Practice> => ({
      label: place, cell: ({ odsCode }) => <Standing states={of.get(odsCode)} place={place} />,
    })),
  ]
  if (error) return <Failed error={error} />
  return (
    <Table
      caption={`Conditions of ${id}, practice by practice, with what meets them`}
      columns={columns}
      rows={practices}
      keyOf={({ odsCode }) => odsCode}
      none="No open practice is here that you may see."
    />
  )
}

/** How each condition stands for the practices of a region, and what meets it. */
export const EvidenceByPractice = ({ id, conditions, region }: {
  id: string
  conditions: readonly Condition[]
  region: string
}) => {
  const { at, knownAt } = useAsAt()
  const [first, show] = useState(AT_ONCE)
  const query = useAsk(PRACTICES, { region, first, at, knownAt }, { keep: true })
  return (
    <Waiting query={query}>
      {({ practices: { edges, totalCount } }) => (
        <>
          <p role="status">{`${sayCount(edges.length)} of ${sayCount(totalCount)} practices`}</p>
          <Practices id={id} conditions={conditions} practices={edges.map(({ node }) => node)} />
          {edges.length < Math.min(totalCount, FIRST_MAX) && (
            <Button
              variant="outlined" onClick={() => show(Math.min(first + AT_ONCE, FIRST_MAX))}
            >
              Show more
            </Button>
          )}
        </>
      )}
    </Waiting>
  )
}
