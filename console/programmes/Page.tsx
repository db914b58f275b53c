import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { Table, type Column } from '../shared/Table.js'
import { Moment, sayHowMany } from '../shared/when.js'
import { actionsOfProgramme } from './actions.js'
import { sayDuration } from './say.js'
import { PROGRAMME, type Programme } from './source.js'

type Terms = Programme['terms'][number]

const Obligations = ({ obligations }: Terms) =>
  obligations.length === 0 ? (
    <>None</>
  ) : (
    <ul className="plain">
      {obligations.map(({ code, text }) => <li key={code}><strong>{code}</strong> {text}</li>)}
    </ul>
  )

const COLUMNS: readonly Column<Terms>[] = [
  { label: 'From', cell: ({ from }) => <Moment of={from} /> },
  { label: 'Notice', cell: ({ noticeDaysMin }) => sayHowMany(noticeDaysMin, 'day') },
  {
    label: 'Longest validity of an answer',
    cell: ({ validitySecondsMax }) => sayDuration(validitySecondsMax),
  },
  { label: 'Every permit obliges to', cell: (terms) => <Obligations {...terms} /> },
]

const LISTS = {
  rollouts: 'Rollouts', suspensions: 'Suspensions', assurances: 'Assurances',
} as const

const Belongs = ({ id }: Programme) => (
  <Section title="What belongs to it">
    <ul className="chips">
      {Object.entries(LISTS).map(([resource, label]) => (
        <li key={resource}><Link to={listAt(resource, { programme: id })}>{label}</Link></li>
      ))}
    </ul>
  </Section>
)

const Now = ({ termsAt }: Programme) => (
  <SummaryList
    rows={[
      ['Notice', `${sayHowMany(termsAt.noticeDaysMin, 'day')} from the last receipt of a mailing`],
      ['Longest validity of an answer', sayDuration(termsAt.validitySecondsMax)],
      ['Every permit obliges to', <Obligations {...termsAt} />],
      ['Since', <Moment of={termsAt.from} />],
    ]}
  />
)

export const Page = () => (
  <RecordPage
    resource="programmes"
    label="Programmes"
    type="Programme"
    document={PROGRAMME}
    titleOf={({ name }: Programme) => name}
    tagsOf={({ id }) => <span>{id}</span>}
    actionsOf={() => actionsOfProgramme}
  >
    {(programme) => (
      <>
        <Section title="The terms that hold"><Now {...programme} /></Section>
        <Section title="All its terms">
          <Table
            caption="Terms, in order of time; earlier ones stay as they were"
            columns={COLUMNS}
            rows={programme.terms}
            keyOf={({ from }) => from}
            none="It has no terms."
          />
        </Section>
        <Belongs {...programme} />
        <History of={programme.id} table="programme" />
      </>
    )}
  </RecordPage>
)
