import { graphql, type ResultOf } from '../graphql/tada.js'
import {
  countColumn, dayColumn, numberColumn, REGION_COLUMN, tagColumn,
} from '../shared/columns.js'
import { sayPracticesNamed } from '../shared/PracticesNamed.js'
import { Table, type Column } from '../shared/Table.js'
import { stateOf } from './state.js'

/** Mailings, the latest first, with what tells whether they reached somebody. */
export const MAILINGS_IN = graphql(`
  query MailingsIn(
    $first: Int! $after: String $filter: MailingFilter $at: DateTime $knownAt: DateTime
  ) {
    page: mailings(
      first: $first after: $after filter: $filter at: $at knownAt: $knownAt
      orderBy: { field: LAST_RECEIVED_ON, direction: DESC }
    ) {
      totalCount
      edges {
        cursor
        node {
          id packs withOptOutForm plannedFor lastReceivedOn voidedAt practiceCodes
          region { code name }
        }
      }
    }
  }
`)

type MailingIn = ResultOf<typeof MAILINGS_IN>['page']['edges'][number]['node']

const COLUMNS: readonly Column<MailingIn>[] = [
  numberColumn('Mailing'),
  REGION_COLUMN,
  { label: 'Patients of', cell: ({ practiceCodes }) => sayPracticesNamed(practiceCodes) },
  tagColumn('State', stateOf),
  countColumn('Packs', ({ packs }) => packs),
  { label: 'Opt-out form', cell: ({ withOptOutForm }) => (withOptOutForm ? 'Yes' : 'No') },
  dayColumn({
    label: 'Last received', of: ({ lastReceivedOn }) => lastReceivedOn, none: 'Not received yet',
  }),
]

export const MailingTable = ({ mailings, none }: {
  mailings: readonly MailingIn[]
  none: string
}) => (
  <Table
    caption="Mailings, the latest first"
    captionHidden
    columns={COLUMNS}
    rows={mailings}
    keyOf={({ id }) => id}
    none={none}
  />
)
