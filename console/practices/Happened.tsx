import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { sayCode } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Waiting } from '../shared/Waiting.js'
import { Day, Moment, sayCount } from '../shared/when.js'
import type { Practice } from './source.js'

const REPORTS = graphql(`
  query ReportsOfPractice($practice: ID!) {
    uploadReports(
      first: 25 filter: { practice: $practice } orderBy: { field: UPLOADED_AT, direction: DESC }
    ) {
      totalCount
      edges { node { id night uploadedAt records supplier } }
    }
  }
`)

const BREACHES = graphql(`
  query BreachesOfPractice($practice: ID!, $at: DateTime, $knownAt: DateTime) {
    breaches(
      first: 25 filter: { practice: $practice } orderBy: { field: AT, direction: DESC }
      at: $at knownAt: $knownAt
    ) {
      totalCount
      edges { node { id kind at reasons } }
    }
  }
`)

type Report = ResultOf<typeof REPORTS>['uploadReports']['edges'][number]['node']
type Breach = ResultOf<typeof BREACHES>['breaches']['edges'][number]['node']

const REPORT_COLUMNS: readonly Column<Report>[] = [
  { label: 'Night', cell: ({ night }) => <Day of={night} /> },
  { label: 'Uploaded', cell: ({ uploadedAt }) => <Moment of={uploadedAt} /> },
  { label: 'Supplier', cell: ({ supplier }) => supplier },
  { label: 'Records', cell: ({ records }) => sayCount(records), number: true },
]

const BREACH_COLUMNS: readonly Column<Breach>[] = [
  { label: 'Breach', cell: ({ id }) => <ThingLink id={id} /> },
  { label: 'What was done', cell: ({ kind }) => sayCode(kind) },
  { label: 'When', cell: ({ at }) => <Moment of={at} /> },
  { label: 'Against', cell: ({ reasons }) => reasons.map(sayCode).join('; ') },
]

const latest = (shown: number, of: number): string =>
  shown < of ? `the latest ${sayCount(shown)} of ${sayCount(of)}` : 'all'

/** Said where there is no report; a first upload may have been recorded without one. */
const noReport = (liveFrom: string | null): string =>
  liveFrom === null
    ? 'No supplier has reported an upload.'
    : 'No supplier has reported an upload: its first was recorded without a report.'

const Reports = ({ id: practice, liveFrom }: Practice) => {
  const query = useAsk(REPORTS, { practice })
  return (
    <Section title="Upload reports">
      <Waiting query={query}>
        {({ uploadReports: { edges, totalCount } }) => (
          <Table
            caption={`Upload reports, ${latest(edges.length, totalCount)}`}
            columns={REPORT_COLUMNS}
            rows={edges.map(({ node }) => node)}
            keyOf={({ id }) => id}
            none={noReport(liveFrom)}
          />
        )}
      </Waiting>
    </Section>
  )
}

const Breaches = ({ practice }: { practice: string }) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(BREACHES, { practice, at, knownAt })
  return (
    <Section title="Breaches">
      <Waiting query={query}>
        {({ breaches: { edges, totalCount } }) => (
          <Table
            caption={`Breaches, ${latest(edges.length, totalCount)}`}
            columns={BREACH_COLUMNS}
            rows={edges.map(({ node }) => node)}
            keyOf={({ id }) => id}
            none="No breach is recorded here."
          />
        )}
      </Waiting>
    </Section>
  )
}

/** What was uploaded at a practice and what of it was a breach, for those who may read these. */
export const Happened = (practice: Practice) => {
  const reports = useCanAccess({ resource: 'upload-reports', action: 'list' })
  const breaches = useCanAccess({ resource: 'breaches', action: 'list' })
  return (
    <>
      {reports.canAccess && <Reports {...practice} />}
      {breaches.canAccess && <Breaches practice={practice.id} />}
    </>
  )
}
