import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { Link } from '../shared/Link.js'
import { PracticesNamed } from '../shared/PracticesNamed.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { sayCode, sayRolloutState } from '../shared/say.js'
import { Day, Moment, sayCount, sayDay } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { AroundRollout } from './AroundRollout.js'
import { ROLLOUT, type Rollout } from './source.js'

const POUND = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

const sayFunding = ({ funding }: Rollout): string =>
  funding
    ? `${POUND.format(funding.pence / 100)} from ${funding.payer}, to be used by ` +
      `${sayDay(funding.useBy)}${funding.useByPassed ? ' (passed)' : ''}`
    : 'None recorded'

const Classifications = ({ earlierClassifications, classificationThen }: Rollout) => (
  <>
    {sayCode(classificationThen)}
    {earlierClassifications.map(({ classification, until }) => (
      <div key={until} className="quiet">
        {sayCode(classification)} until <Moment of={until} />
      </div>
    ))}
  </>
)

const Facts = (rollout: Rollout) => (
  <SummaryList
    rows={[
      ['Region', <Link to={`/regions/${rollout.region.code}`}>{rollout.region.name}</Link>],
      ['Programme', <Link to={`/programmes/${rollout.programme.code}`}>{rollout.programme.name}</Link>],
      ['Classification', <Classifications {...rollout} />],
      ['Planned for', rollout.plannedOn ? <Day of={rollout.plannedOn} /> : 'No day set'],
      ['Started', <Moment of={rollout.startedAt} none="Not started" />],
      ['Ended', <Moment of={rollout.endedAt} none="Not ended" />],
      ['Funding', sayFunding(rollout)],
      [
        'Practices of the region',
        `${sayCount(rollout.region.rulingCounts.permitted)} may upload, ` +
          `${sayCount(rollout.region.rulingCounts.refused)} may not, whichever rollout governs them`,
      ],
    ]}
  />
)

const Practices = ({ practiceCodes }: Rollout) => (
  <Section title="Practices it covers">
    <PracticesNamed codes={practiceCodes} />
  </Section>
)

export const Page = () => (
  <RecordPage
    resource="rollouts"
    label="Rollouts"
    document={ROLLOUT}
    titleOf={({ id, region, classification }: Rollout) =>
      `${id}: ${region.name}, ${sayCode(classification).toLowerCase()}`}
    tagsOf={({ state }) => <StateTag of={sayRolloutState(state)} />}
    actionsOf={actionsOf}
  >
    {(rollout) => (
      <>
        <Section title="The rollout"><Facts {...rollout} /></Section>
        <Practices {...rollout} />
        <AroundRollout {...rollout} />
        <History of={rollout.id} />
      </>
    )}
  </RecordPage>
)
