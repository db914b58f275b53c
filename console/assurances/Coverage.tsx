import { useState } from 'react'
import { Button } from '@mui/material'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { SummaryList, type SummaryRow } from '../shared/SummaryList.js'
import { Table, type Column } from '../shared/Table.js'
import { Waiting } from '../shared/Waiting.js'
import { sayCount, sayHowMany } from '../shared/when.js'
import type { Assurance } from './source.js'

const AT_ONCE = 25
const FIRST_MAX = 200

const GAPS = graphql(`
  query Gaps($id: ID!, $first: Int!, $at: DateTime, $knownAt: DateTime) {
    assurance(id: $id, knownAt: $knownAt) {
      coverage(at: $at) {
        unheld(first: $first) {
          totalCount
          edges { node { odsCode name regionAt(at: $at) { code name } } }
        }
      }
    }
  }
`)

type Gap = NonNullable<
  ResultOf<typeof GAPS>['assurance']
>['coverage']['unheld']['edges'][number]['node']

const COLUMNS: readonly Column<Gap>[] = [
  {
    label: 'Practice',
    cell: ({ odsCode, name }) => (
      <Link to={`/practices/${odsCode}`}>{`${name} (${odsCode})`}</Link>
    ),
  },
  {
    label: 'PCT',
    cell: ({ regionAt }) =>
      regionAt ? <Link to={`/regions/${regionAt.code}`}>{regionAt.name}</Link> : 'None',
  },
]

/** The practices that nothing holds, though it was promised; as far as one may see practices. */
const Unheld = ({ id }: { id: string }) => {
  const { at, knownAt } = useAsAt()
  const [first, show] = useState(AT_ONCE)
  const query = useAsk(GAPS, { id, first, at, knownAt }, { keep: true })
  return (
    <Waiting query={query}>
      {({ assurance }) => {
        const { edges = [], totalCount = 0 } = assurance?.coverage.unheld ?? {}
        return (
          <>
            <Table
              caption={`Not held by any suspension: ${sayCount(edges.length)} of ` +
                `${sayHowMany(totalCount, 'practice')} that you may see`}
              columns={COLUMNS}
              rows={edges.map(({ node }) => node)}
              keyOf={({ odsCode }) => odsCode}
              none="None of them is a practice that you may see."
            />
            {edges.length < Math.min(totalCount, FIRST_MAX) && (
              <Button variant="outlined" onClick={() => show(Math.min(first * 2, FIRST_MAX))}>
                Show more
              </Button>
            )}
          </>
        )
      }}
    </Waiting>
  )
}

/** How far suspensions hold what an assurance is about, in numbers. */
const coverageRows = ({ coverage }: Assurance): SummaryRow[] => [
  ['Open practices it is about', sayCount(coverage.within)],
  ['Held by no suspension, though it was promised', sayCount(coverage.unheldCount)],
  ['Excepted by a dispensation', sayCount(coverage.dispensedCount)],
  ['Let go as was promised', sayCount(coverage.letGoCount)],
  ...coverage.lackingSignatories.map(({ suspension, lacking }): SummaryRow => [
    `${suspension.id} can be loosened without`,
    lacking.map(({ name, code }) => `${name} (${code})`).join(', '),
  ]),
]

export const Coverage = (assurance: Assurance) => (
  <>
    <SummaryList rows={coverageRows(assurance)} />
    {assurance.coverage.unheldCount > 0 && <Unheld id={assurance.id} />}
  </>
)
