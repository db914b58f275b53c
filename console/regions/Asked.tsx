import { useCanAccess } from 'react-admin'
import { DISPENSATION } from '../dispensations/source.js'
import { sayDispensation } from '../dispensations/words.js'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { tagColumn } from '../shared/columns.js'
import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { useRegionNames } from '../shared/names.js'
import { AUDIENCES, sayConsultationState } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import { useAll } from '../shared/use-all.js'
import { Waiting } from '../shared/Waiting.js'
import { Day, Moment, sayCount } from '../shared/when.js'
import type { Around } from './around.js'
import type { Region } from './source.js'

const CONSULTATIONS = graphql(`
  query ConsultationsIn(
    $first: Int! $after: String $filter: ConsultationFilter $at: DateTime $knownAt: DateTime
  ) {
    page: consultations(
      first: $first after: $after filter: $filter at: $at knownAt: $knownAt
      orderBy: { field: OPENED_AT, direction: DESC }
    ) {
      totalCount
      edges {
        cursor
        node { id title audience state(at: $at) closesOn responses regions { code name } }
      }
    }
  }
`)

const DISPENSATIONS = graphql(
  `
    query DispensationsIn($first: Int!, $after: String, $at: DateTime, $knownAt: DateTime) {
      page: dispensations(
        first: $first after: $after at: $at knownAt: $knownAt
        orderBy: { field: REQUESTED_AT, direction: DESC }
      ) {
        totalCount
        edges { cursor node { ...DispensationParts suspension { id } } }
      }
    }
  `,
  [DISPENSATION],
)

type Consultation = ResultOf<typeof CONSULTATIONS>['page']['edges'][number]['node']
type Dispensation = ResultOf<typeof DISPENSATIONS>['page']['edges'][number]['node']

const CONSULTATION_COLUMNS: readonly Column<Consultation>[] = [
  { label: 'Consultation', cell: ({ id }) => <ThingLink id={id} /> },
  { label: 'Title', cell: ({ title }) => title },
  { label: 'Asked', cell: ({ audience }) => AUDIENCES[audience] },
  tagColumn('State', ({ state }) => sayConsultationState(state)),
  { label: 'Closes', cell: ({ closesOn }) => <Day of={closesOn} /> },
  { label: 'Responses', cell: ({ responses }) => sayCount(responses), number: true },
]

const dispensationColumns = (
  nameOf: (code: string) => string,
  at: string | null,
): readonly Column<Dispensation>[] => [
  { label: 'Dispensation', cell: ({ id }) => <ThingLink id={id} /> },
  { label: 'From suspension', cell: ({ suspension }) => <ThingLink id={suspension.id} /> },
  { label: 'Asked by', cell: ({ requestedBy }) => nameOf(requestedBy) },
  { label: 'Asked', cell: ({ requestedAt }) => <Moment of={requestedAt} /> },
  { label: 'Until', cell: ({ until }) => <Moment of={until} /> },
  tagColumn('State', (row) => sayDispensation(row, at)),
  { label: 'Reason', cell: ({ reason }) => reason },
]

/** The consultations that ask somebody here. */
export const Consultations = ({ top, around }: { top: string; around: Around }) => {
  const { at, knownAt } = useAsAt()
  const query = useAll(CONSULTATIONS, { filter: { region: top }, at, knownAt })
  return (
    <Waiting query={query}>
      {(consultations) => (
        <Table
          caption="Consultations and where they stand"
          captionHidden
          columns={CONSULTATION_COLUMNS}
          rows={consultations.filter(({ regions }) => regions.some(({ code }) => around.has(code)))}
          keyOf={({ id }) => id}
          none="Nobody has been consulted here."
        />
      )}
    </Waiting>
  )
}

/** The dispensations that this region asked for, or that name it or a region around it. */
export const Dispensations = ({ region, around }: { region: string; around: Around }) => {
  const { at, knownAt } = useAsAt()
  const nameOf = useRegionNames()
  const query = useAll(DISPENSATIONS, { at, knownAt })
  const concerns = ({ requestedBy, regionCodes }: Dispensation) =>
    requestedBy === region || (regionCodes ?? []).some((code) => around.has(code))
  return (
    <Waiting query={query}>
      {(dispensations) => (
        <Table
          caption="Dispensations and what was decided"
          captionHidden
          columns={dispensationColumns(nameOf, at)}
          rows={dispensations.filter(concerns)}
          keyOf={({ id }) => id}
          none="No dispensation has been asked for."
        />
      )}
    </Waiting>
  )
}

const AGREEMENTS = graphql(`
  query AgreementsIn($region: ID!, $at: DateTime, $knownAt: DateTime) {
    practiceInformed: agreements(
      first: 0 at: $at knownAt: $knownAt
      filter: { region: $region, standing: true, party: PRACTICE, matter: INFORMED }
    ) { totalCount }
    practiceAble: agreements(
      first: 0 at: $at knownAt: $knownAt
      filter: { region: $region, standing: true, party: PRACTICE, matter: ABLE_TO_OPT_OUT }
    ) { totalCount }
    pctInformed: agreements(
      first: 0 at: $at knownAt: $knownAt
      filter: { region: $region, standing: true, party: PCT, matter: INFORMED }
    ) { totalCount }
    pctAble: agreements(
      first: 0 at: $at knownAt: $knownAt
      filter: { region: $region, standing: true, party: PCT, matter: ABLE_TO_OPT_OUT }
    ) { totalCount }
  }
`)

const AgreementsRead = ({ id, rulingCounts }: Region) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(AGREEMENTS, { region: id, at, knownAt })
  const open = sayCount(rulingCounts.permitted + rulingCounts.refused)
  const columns: readonly Column<{ who: string; informed: number; able: number }>[] = [
    { label: 'Who agrees', cell: ({ who }) => who },
    { label: 'Patients are informed', cell: ({ informed }) => sayCount(informed), number: true },
    { label: 'Patients are able to opt out', cell: ({ able }) => sayCount(able), number: true },
  ]
  return (
    <>
      <Waiting query={query}>
        {({ practiceInformed, practiceAble, pctInformed, pctAble }) => (
          <Table
            caption={`Agreements that stand, of ${open} open practices`}
            columns={columns}
            rows={[
              {
                who: 'Practices themselves',
                informed: practiceInformed.totalCount,
                able: practiceAble.totalCount,
              },
              {
                who: 'PCTs, for their practices',
                informed: pctInformed.totalCount,
                able: pctAble.totalCount,
              },
            ]}
            keyOf={({ who }) => who}
            none=""
          />
        )}
      </Waiting>
      <Link to={listAt('agreements', { region: id })}>List the agreements here</Link>
    </>
  )
}

/** How many practices of a region agreed; whoever may not read agreements is told so. */
export const Agreements = (region: Region) => {
  const { canAccess } = useCanAccess({ resource: 'agreements', action: 'list' })
  if (canAccess === undefined) return null
  return (
    <Section title="Agreements">
      {canAccess ? <AgreementsRead {...region} /> : <p>Agreements are not for you to read.</p>}
    </Section>
  )
}
