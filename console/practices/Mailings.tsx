import { useCanAccess } from 'react-admin'
import type { Viewer } from '../providers/viewer.js'
import { useViewer } from '../shared/Actions.js'
import { countColumn, dayColumn, REGION_COLUMN } from '../shared/columns.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import type { Practice } from './source.js'

type Mailing = NonNullable<Practice['mailings']>[number]

/** A lead reads the mailings of the own region, and of those below it, by themselves. */
const liesIn = ({ region }: Mailing, viewer: Viewer | null): boolean =>
  !viewer?.region ||
  [region, ...region.ancestors].some(({ code }) => code === viewer.region)

const Id = (mailing: Mailing) => {
  const viewer = useViewer()
  const { canAccess } = useCanAccess({ resource: 'mailings', action: 'list' })
  const { mailing: id } = mailing
  return canAccess && liesIn(mailing, viewer) ? <ThingLink id={id} /> : <>{id}</>
}

const COLUMNS: readonly Column<Mailing>[] = [
  { label: 'Mailing', cell: (mailing) => <Id {...mailing} /> },
  dayColumn({ label: 'Last received', of: ({ lastReceivedOn }) => lastReceivedOn }),
  {
    label: 'Notice',
    cell: ({ noticeCounts }) =>
      noticeCounts ? <strong>Notice counts from this day</strong> : 'Not from this day',
  },
  countColumn('Packs', ({ packs }) => packs),
  { label: 'Opt-out form', cell: ({ withOptOutForm }) => (withOptOutForm ? 'Yes' : 'No') },
  REGION_COLUMN,
]

/** The mailings that reached its patients, as its rulings count them: the latest first. */
export const Mailings = ({ mailings }: Practice) => (
  <Section title="Mailings that reached its patients">
    {mailings ? (
      <Table
        caption="Mailings, the latest first"
        captionHidden
        columns={COLUMNS}
        rows={mailings.toReversed()}
        keyOf={({ mailing }) => mailing}
        none="No mailing has reached its patients."
      />
    ) : (
      <p>Its mailings are not for you to read.</p>
    )}
  </Section>
)
