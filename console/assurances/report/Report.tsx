import { useParams } from 'react-router'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@mui/material'
import { ASKED } from '../../graphql/use-ask.js'
import { useAsAt } from '../../shared/as-at.js'
import { csvOf, download } from '../../shared/csv.js'
import { Lost } from '../../shared/Lost.js'
import { PageHead } from '../../shared/PageHead.js'
import { Failed } from '../../shared/Waiting.js'
import { sayDay } from '../../shared/when.js'
import { FACT_COLUMNS, factsOf } from './csv.js'
import { readReport, type ReportData } from './read-report.js'
import { sectionsOf, type ReportSection } from './sections.js'
import { usePageMargins } from './use-page-margins.js'
import '../said.css'
import './report.css'

const DIGEST = /^[0-9a-f]{64}$/

/** A value as it stands; a digest may be broken anywhere, words may not. */
const Value = ({ of }: { of: string }) =>
  DIGEST.test(of) ? <span className="digest">{of}</span> : <>{of}</>

const Facts = ({ facts }: { facts: NonNullable<ReportSection['facts']> }) => (
  <dl className="summary">
    {facts.map(([term, value]) => [
      <dt key={`${term}:term`}>{term}</dt>, <dd key={`${term}:value`}><Value of={value} /></dd>,
    ])}
  </dl>
)

const Lines = ({ title, table }: {
  title: string
  table: NonNullable<ReportSection['table']>
}) => {
  if (table.rows.length === 0) return <p>None.</p>
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Table: ${title}`}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>{table.head.map((label) => <th key={label} scope="col">{label}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((line, place) => (
            <tr key={place}>
              {line.map((value, column) =>
                column === 0 ? (
                  <th key={column} scope="row">{value}</th>
                ) : (
                  <td key={column}><Value of={value} /></td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Part = ({ title, says, facts, table }: ReportSection) => (
  <section className="card">
    <h2>{title}</h2>
    {says && <p>{says}</p>}
    {facts && <Facts facts={facts} />}
    {table && <Lines title={title} table={table} />}
  </section>
)

const Paper = (report: ReportData) => {
  const { assurance, head, at } = report
  const sections = sectionsOf(report)
  usePageMargins(assurance.id, head.ledgerHead)
  const take = () => {
    const day = (at ?? head.clock.now).slice(0, 10)
    download(`assurance-${assurance.id}-${day}.csv`, csvOf(FACT_COLUMNS, factsOf(sections)))
  }
  return (
    <article className="report">
      <PageHead
        title={`Report on assurance ${assurance.id} of ${sayDay(assurance.givenOn)}`}
        crumbs={[
          { to: '/assurances', text: 'Assurances' },
          { to: `/assurances/${assurance.id}`, text: assurance.id },
          { text: 'Report' },
        ]}
      >
        <Button variant="contained" className="no-print" onClick={() => window.print()}>
          Print or save as PDF
        </Button>
        <Button variant="outlined" className="no-print" onClick={take}>CSV of it all</Button>
      </PageHead>
      <p className="no-print quiet">
        The CSV is one file with all that stands here, in order: a line for each fact, with its
        section, the row of the section it belongs to, the field and the value.
      </p>
      {sections.map((section) => <Part key={section.title} {...section} />)}
    </article>
  )
}

/** All that Holdfast knows of an assurance, for a letter or a request for information. */
export const Report = () => {
  const { id = '' } = useParams()
  const { at, knownAt } = useAsAt()
  const { data, error, refetch } = useQuery({
    queryKey: [ASKED, 'report', id, at, knownAt],
    queryFn: () => readReport(id, { at, knownAt }),
    staleTime: Infinity,
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (data === undefined) return <p role="status">Reading all that there is about it …</p>
  return data ? <Paper {...data} /> : <Lost />
}
