import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { Link } from '../shared/Link.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { AUDIENCES, sayConsultationState, type Said } from '../shared/say.js'
import { Day, Moment, sayCount, sayHowMany } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { CONSULTATION, type Consultation } from './source.js'

const PUBLIC: Said = { word: 'May be made public', tone: 'good' }
const SILENT: Said = { word: 'Not to be made public: purdah', tone: 'wait' }

const Tags = ({ state, publicity }: Consultation) => (
  <>
    {state && <StateTag of={sayConsultationState(state)} />}
    {state !== 'CONCLUDED' && <StateTag of={publicity ? PUBLIC : SILENT} />}
  </>
)

const Deviation = ({ deviation }: Consultation) =>
  deviation ? (
    <>
      {deviation.reason}
      <div className="quiet">{`Cleared as ${deviation.reference}`}</div>
    </>
  ) : (
    <>None claimed</>
  )

const Facts = (consultation: Consultation) => {
  const { programme, openedAt, recordedAt, closesOn, daysAsked, responses } = consultation
  return (
    <SummaryList
      rows={[
        ['Who is asked', AUDIENCES[consultation.audience]],
        ['Programme', <Link to={`/programmes/${programme.code}`}>{programme.name}</Link>],
        ['Opened', <Moment of={openedAt} />],
        ['Recorded here', recordedAt ? <Moment of={recordedAt} /> : 'As it was opened'],
        ['First day nobody can answer any more', <Day of={closesOn} />],
        ['Days to answer', sayHowMany(daysAsked, 'day')],
        ['Why it is shorter than 84 days', <Deviation {...consultation} />],
        ['Permission under purdah', consultation.exemption ?? 'None named'],
        ['Responses recorded', sayCount(responses)],
      ]}
    />
  )
}

const Outcome = ({ concludedAt, outcome, evidence, state }: Consultation) => (
  <Section title="Outcome">
    {state === 'CONCLUDED' && concludedAt ? (
      <SummaryList
        rows={[
          ['Concluded', <Moment of={concludedAt} />],
          ['What came of it', <span className="words">{outcome}</span>],
          ['Evidence', evidence?.name ?? null],
          ['SHA-256 of the evidence', evidence && <code>{evidence.sha256}</code>],
        ]}
      />
    ) : (
      <p>It has no outcome yet. It can be concluded once it has closed.</p>
    )}
  </Section>
)

const Regions = ({ regions }: Consultation) => (
  <Section title="Where they are asked">
    <ul className="chips">
      {regions.map(({ code, name }) => (
        <li key={code}><Link to={`/regions/${code}`}>{`${name} (${code})`}</Link></li>
      ))}
    </ul>
  </Section>
)

export const Page = () => (
  <RecordPage
    resource="consultations"
    label="Consultations"
    document={CONSULTATION}
    titleOf={({ id, title }: Consultation) => `${id}: ${title}`}
    tagsOf={(consultation) => <Tags {...consultation} />}
    actionsOf={actionsOf}
  >
    {(consultation) => (
      <>
        <Section title="The consultation"><Facts {...consultation} /></Section>
        <Regions {...consultation} />
        <Outcome {...consultation} />
        <History of={consultation.id} />
      </>
    )}
  </RecordPage>
)
