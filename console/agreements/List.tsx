import { useViewer } from '../shared/Actions.js'
import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { MATTERS, PARTIES } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment, sayMoment } from '../shared/when.js'
import { freshAgreement } from './actions.js'
import type { AgreementRow } from './source.js'
import { PracticeLink, sayParty, sayPractice, standingOf } from './words.js'

const COLUMNS: readonly Column<AgreementRow>[] = [
  {
    label: 'Agreement',
    cell: ({ id }) => <Link to={`/agreements/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  {
    label: 'Practice',
    cell: (row) => <PracticeLink {...row} />,
    text: sayPractice,
    sort: 'PRACTICE',
  },
  { label: 'What is stated', cell: ({ matter }) => MATTERS[matter] },
  { label: 'By', cell: sayParty },
  {
    label: 'State',
    cell: (row) => <StateTag of={standingOf(row)} />,
    text: (row) => standingOf(row).word,
  },
  {
    label: 'Given',
    cell: ({ givenAt }) => <Moment of={givenAt} />,
    text: ({ givenAt }) => sayMoment(givenAt),
    sort: 'GIVEN_AT',
  },
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
