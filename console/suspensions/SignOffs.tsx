import { Button } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { PlacesInWords } from '../shared/ScopeInWords.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { Moment } from '../shared/when.js'
import { mayWithdraw } from './actions.js'
import type { SignOff, Suspension } from './source.js'

const COLUMNS: readonly Column<SignOff>[] = [
  { label: 'Sign-off', cell: ({ id }) => id },
  { label: 'Condition', cell: ({ condition }) => condition },
  { label: 'Signed by', cell: ({ organisation }) => organisation },
  {
    label: 'Where',
    cell: ({ regionCodes, practiceCodes }) => (
      <PlacesInWords regions={regionCodes} practices={practiceCodes} />
    ),
  },
  { label: 'Given', cell: ({ givenAt }) => <Moment of={givenAt} /> },
  {
    label: 'Withdrawn',
    cell: ({ withdrawnAt }) => <Moment of={withdrawnAt} none="No: it stands" />,
  },
]

/** Who signed that its conditions are met. Shown where a condition asks for a signature. */
export const SignOffs = ({ id, conditions, signOffs }: Suspension) => {
  const viewer = useViewer()
  const { isNow } = useAsAt()
  if (!conditions.some(({ kind }) => kind === 'SIGN_OFF')) return null
  const withdraw: Column<SignOff> = {
    label: 'Yours',
    cell: (signOff) =>
      isNow && mayWithdraw(signOff, viewer) ? (
        <Button
          component={RouterLink} variant="outlined"
          to={`/suspensions/${id}/withdraw-sign-off?signOff=${signOff.id}`}
        >
          {`Withdraw ${signOff.id}`}
        </Button>
      ) : (
        'Nothing to do'
      ),
  }
  const isSigner = viewer?.commands.includes('withdrawSignOff')
  return (
    <Section title="Sign-offs">
      <Table
        caption="Sign-offs of its conditions"
        captionHidden
        columns={isSigner ? [...COLUMNS, withdraw] : COLUMNS}
        rows={signOffs}
        keyOf={(signOff) => signOff.id}
        none="Nobody has signed yet that a condition is met."
      />
    </Section>
  )
}
