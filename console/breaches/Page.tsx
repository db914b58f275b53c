import { useCanAccess } from 'react-admin'
import { useParams } from 'react-router'
import { Link } from '../shared/Link.js'
import { Lost } from '../shared/Lost.js'
import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { Table, type Column } from '../shared/Table.js'
import { Thing } from '../shared/Thing.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Moment, sayDay } from '../shared/when.js'
import { BREACH, isBreach, type Breach } from './source.js'
import { BREACH_KINDS, sayReason, sayWhere } from './words.js'

type Suspension = Breach['suspensions'][number]

/** The assurance that a suspension keeps, where whoever looks may read it. */
const keeps = ({ assurance }: Suspension) =>
  assurance ? (
    <Link to={`/assurances/${assurance.id}`}>
      {`${assurance.id}, given on ${sayDay(assurance.givenOn)}`}
    </Link>
  ) : (
    'None, or none for you to see'
  )

const SUSPENSIONS: readonly Column<Suspension>[] = [
  { label: 'Suspension', cell: ({ id }) => <ThingLink id={id} /> },
  { label: 'Since', cell: ({ from }) => <Moment of={from} /> },
  { label: 'Why it was imposed', cell: ({ reason }) => reason },
  { label: 'Assurance it keeps', cell: keeps },
]

/** What was done, as a link to it where it has a page or stands in a list. */
const Done = ({ kind, of, practiceCode }: Breach) => {
  const { canAccess } = useCanAccess({ resource: 'upload-reports', action: 'list' })
  if (of === null) return <>An assurance that is not for you to see</>
  if (kind !== 'UPLOAD') return <Thing id={of} isLink />
  const filter = encodeURIComponent(JSON.stringify({ practice: practiceCode }))
  return canAccess ? (
    <Link to={`/upload-reports?filter=${filter}`}>
      {`An upload: reports of ${practiceCode ?? 'it'}`}
    </Link>
  ) : (
    <>{`The report ${of}`}</>
  )
}

const Where = (breach: Breach) => {
  const { practiceCode, region } = breach
  return (
    <>
      {practiceCode && <Link to={`/practices/${practiceCode}`}>{sayWhere(breach)}</Link>}
      {practiceCode && region && ', in '}
      {region && <Link to={`/regions/${region.code}`}>{region.name}</Link>}
      {!practiceCode && !region && sayWhere(breach)}
    </>
  )
}

const Reasons = ({ reasons }: Breach) => (
  <ul className="plain">
    {reasons.map((code) => <li key={code}>{sayReason(code)}</li>)}
  </ul>
)

const Facts = (breach: Breach) => (
  <SummaryList
    rows={[
      ['What was done', BREACH_KINDS[breach.kind]],
      ['When', <Moment of={breach.at} />],
      ['Where', <Where {...breach} />],
      ['It was', <Done {...breach} />],
      ['Why it was refused then', <Reasons {...breach} />],
      [
        'Permission',
        breach.permitted
          ? 'Whoever did it held a permission that was still valid.'
          : 'Whoever did it held no valid permission.',
      ],
      ['Programme', breach.programme?.name ?? 'None'],
    ]}
  />
)

const Of = (breach: Breach) => (
  <>
    <Section title="What happened"><Facts {...breach} /></Section>
    <Section title="What it was done against">
      <Table
        caption="Suspensions that refused it, and the assurances they keep"
        columns={SUSPENSIONS}
        rows={breach.suspensions}
        keyOf={({ id }) => id}
        none="No suspension refused it: the reasons above did."
      />
    </Section>
    <History of={breach.id} />
  </>
)

export const Page = () => {
  const { id = '' } = useParams()
  if (!isBreach(id)) return <Lost />
  return (
    <RecordPage
      resource="breaches"
      label="Breaches"
      document={BREACH}
      titleOf={(breach: Breach) =>
        `${breach.id}: ${BREACH_KINDS[breach.kind].toLowerCase()}, ${sayWhere(breach)}`}
    >
      {(breach) => <Of {...breach} />}
    </RecordPage>
  )
}
