import { Button } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import { sayWhy } from '../agreements/words.js'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { sayCode } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Moment } from '../shared/when.js'
import type { Practice } from './source.js'

type Agreement = NonNullable<Practice['agreements']>[number]

const STANDS = { word: 'Stands', tone: 'good' } as const
const WITHDRAWN = { word: 'Does not stand', tone: 'plain' } as const

const Said = ({ at, why }: { at: string; why: string | null }) => (
  <>
    <Moment of={at} />
    <div className="quiet">{sayWhy(why)}</div>
  </>
)

const COLUMNS: readonly Column<Agreement>[] = [
  { label: 'Agreement', cell: ({ id }) => <ThingLink id={id} /> },
  { label: 'By', cell: ({ party }) => (party === 'PCT' ? 'Its PCT' : 'The practice') },
  { label: 'Patients are', cell: ({ matter }) => sayCode(matter) },
  { label: 'Stands', cell: ({ standing }) => <StateTag of={standing ? STANDS : WITHDRAWN} /> },
  {
    label: 'Given, and why',
    cell: ({ givenAt, reason }) => <Said at={givenAt} why={reason} />,
  },
  {
    label: 'Withdrawn, and why',
    cell: ({ withdrawnAt, withdrawalReason }) =>
      withdrawnAt ? <Said at={withdrawnAt} why={withdrawalReason} /> : 'Not withdrawn',
  },
]

/** Who may agree for it may also take that back: one button each agreement that stands. */
const Buttons = ({ practice, agreements }: {
  practice: string
  agreements: readonly Agreement[]
}) => {
  const viewer = useViewer()
  const { isNow } = useAsAt()
  if (!isNow || !viewer) return null
  const mine = viewer.roles.includes('PRACTICE') ? 'PRACTICE' : 'PCT'
  const standing = agreements.filter(({ standing, party }) => standing && party === mine)
  return (
    <div className="row no-print">
      {viewer.commands.includes('recordAgreement') && (
        <Button
          component={RouterLink} to={`/agreements/act/record?practice=${practice}`}
          variant="outlined"
        >
          Give agreement
        </Button>
      )}
      {viewer.commands.includes('withdrawAgreement') &&
        standing.map(({ id, matter }) => (
          <Button
            key={id} component={RouterLink} to={`/agreements/${id}/withdraw`} variant="outlined"
          >
            {`Withdraw agreement ${id} (${sayCode(matter).toLowerCase()})`}
          </Button>
        ))}
    </div>
  )
}

/** What was agreed for it; null where that is not for who asks. */
export const Agreements = ({ id, agreements }: Practice) => (
  <Section title="Agreements">
    {agreements ? (
      <>
        <Table
          caption="Agreements for this practice"
          captionHidden
          columns={COLUMNS}
          rows={agreements}
          keyOf={({ id: key }) => key}
          none="Nothing has been agreed for this practice."
        />
        <Buttons practice={id} agreements={agreements} />
      </>
    ) : (
      <p>Its agreements are not for you to read.</p>
    )}
  </Section>
)
