import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { Link } from '../shared/Link.js'
import { PracticeLink } from '../shared/PracticeLink.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { MATTERS } from '../shared/say.js'
import { Moment } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { AGREEMENT, type Agreement } from './source.js'
import { sayParty, sayWhy, standingOf } from './words.js'

const Facts = (agreement: Agreement) => {
  const { matter, region, programme, givenAt, reason, withdrawnAt, withdrawalReason } = agreement
  return (
    <SummaryList
      rows={[
        ['What is stated', MATTERS[matter]],
        ['For', <PracticeLink {...agreement} />],
        ['By', region ? <Link to={`/regions/${region.code}`}>{sayParty(agreement)}</Link> : sayParty(agreement)],
        ['Programme', <Link to={`/programmes/${programme.code}`}>{programme.name}</Link>],
        ['Given', <Moment of={givenAt} />],
        ['Why it was given', sayWhy(reason)],
        ['Withdrawn', <Moment of={withdrawnAt} none="No" />],
        ...(withdrawnAt ? [['Why it was withdrawn', sayWhy(withdrawalReason)] as const] : []),
      ]}
    />
  )
}

export const Page = () => (
  <RecordPage
    resource="agreements"
    label="Agreements"
    document={AGREEMENT}
    titleOf={({ id, matter, practiceCode }: Agreement) =>
      `${id}: ${MATTERS[matter].toLowerCase()}, ${practiceCode}`}
    tagsOf={(agreement) => <StateTag of={standingOf(agreement)} />}
    actionsOf={actionsOf}
  >
    {(agreement) => (
      <>
        <Section title="The agreement"><Facts {...agreement} /></Section>
        <History of={agreement.id} />
      </>
    )}
  </RecordPage>
)
