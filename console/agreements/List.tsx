import { useViewer } from '../shared/Actions.js'
import { momentColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { PracticeLink, sayPractice } from '../shared/PracticeLink.js'
import { MATTERS, PARTIES } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { freshAgreement } from './actions.js'
import type { AgreementRow } from './source.js'
import { sayParty, standingOf } from './words.js'

const COLUMNS: readonly Column<AgreementRow>[] = [
  numberColumn('Agreement'),
  {
    label: 'Practice',
    cell: (row) => <PracticeLink {...row} />,
    text: sayPractice,
    sort: 'PRACTICE',
  },
  { label: 'What is stated', cell: ({ matter }) => MATTERS[matter] },
  { label: 'By', cell: sayParty },
  tagColumn('State', standingOf),
  momentColumn({ label: 'Given', of: ({ givenAt }) => givenAt, sort: 'GIVEN_AT' }),
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => {
  const viewer = useViewer()
  return (
    <ListPage
      resource="agreements"
      title="Agreements"
      one="agreement"
      many="agreements"
      columns={COLUMNS}
      filters={[
        { source: 'practice', label: 'Practice, by code' },
        { source: 'matter', label: 'What is stated', choices: MATTERS },
        { source: 'party', label: 'By', choices: PARTIES },
        { source: 'standing', label: 'Stands', kind: 'yes-no' },
        { source: 'region', label: 'Region, by code' },
        { source: 'programme', label: 'Programme, by code' },
      ]}
      fresh={freshAgreement(viewer)}
    />
  )
}
