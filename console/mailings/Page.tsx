import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { Link } from '../shared/Link.js'
import { PracticesNamed } from '../shared/PracticesNamed.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { Day, Moment, sayCount } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { MAILING, type Mailing } from './source.js'
import { stateOf } from './state.js'

const Facts = (mailing: Mailing) => {
  const { region, programme, plannedFor, lastReceivedOn, voidedAt } = mailing
  return (
    <SummaryList
      rows={[
        ['Region', <Link to={`/regions/${region.code}`}>{region.name}</Link>],
        ['Programme', <Link to={`/programmes/${programme.code}`}>{programme.name}</Link>],
        ['Packs', sayCount(mailing.packs)],
        ['Opt-out form in the pack', mailing.withOptOutForm ? 'Yes' : 'No'],
        ['Planned for', <Day of={plannedFor} none="It was recorded without a plan" />],
        ['Last pack received', <Day of={lastReceivedOn} none="Not received yet" />],
        ['Permission under purdah', mailing.exemption ?? 'None named'],
        ['Found to be in error', <Moment of={voidedAt} none="No" />],
      ]}
    />
  )
}

export const Page = () => (
  <RecordPage
    resource="mailings"
    label="Mailings"
    document={MAILING}
    titleOf={({ id, region, lastReceivedOn }: Mailing) =>
      `${id}: ${lastReceivedOn ? 'mailing' : 'planned mailing'} in ${region.name}`}
    tagsOf={(mailing) => <StateTag of={stateOf(mailing)} />}
    actionsOf={actionsOf}
  >
    {(mailing) => (
      <>
        <Section title="The mailing"><Facts {...mailing} /></Section>
        <Section title="Whose patients were mailed, or are to be">
          <PracticesNamed codes={mailing.practiceCodes} />
        </Section>
        <History of={mailing.id} />
      </>
    )}
  </RecordPage>
)
