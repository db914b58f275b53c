import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { useRegionNames } from '../shared/names.js'
import { PlacesInWords, ScopeInWords } from '../shared/ScopeInWords.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { Moment } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { DISPENSATION_PAGE, type Dispensation } from './source.js'
import { sayDispensation, sayWaits } from './words.js'

const Facts = (dispensation: Dispensation) => {
  const { regionCodes, practiceCodes, reason, requestedBy, requestedAt, until } = dispensation
  const nameOf = useRegionNames()
  return (
    <SummaryList
      rows={[
        ['Where', <PlacesInWords regions={regionCodes} practices={practiceCodes} />],
        ['Why it was asked for', reason],
        ['Asked for by', <Link to={`/regions/${requestedBy}`}>{nameOf(requestedBy)}</Link>],
        ['Asked for', <Moment of={requestedAt} />],
        ['Wanted until', <Moment of={until} />],
        ['Decided', <Moment of={dispensation.decidedAt} none={sayWaits(dispensation)} />],
        ['Holds from', <Moment of={dispensation.from} none="It excepts nobody" />],
        ['Ends', <Moment of={dispensation.to} none="It excepts nobody" />],
      ]}
    />
  )
}

const Excepted = ({ suspension }: Dispensation) => (
  <Section title="What it is an exception from">
    <SummaryList
      rows={[
        ['Suspension', <Link to={`/suspensions/${suspension.id}`}>{suspension.id}</Link>],
        ['What it holds', <ScopeInWords scope={suspension.scope} />],
        ['Why', suspension.reason],
        [
          'Whose signature a dispensation needs',
          suspension.signatories.map(({ name, code }) => `${name} (${code})`).join(', ') ||
            'A second administrator’s alone',
        ],
      ]}
    />
  </Section>
)

export const Page = () => {
  const viewer = useViewer()
  const { at } = useAsAt()
  return (
    <RecordPage
      resource="dispensations"
      label="Dispensations"
      document={DISPENSATION_PAGE}
      titleOf={({ id, suspension }: Dispensation) => `Dispensation ${id} from ${suspension.id}`}
      tagsOf={(dispensation) => <StateTag of={sayDispensation(dispensation, at)} />}
      actionsOf={(dispensation) => actionsOf(dispensation, viewer)}
    >
      {(dispensation) => (
        <>
          <Section title="The dispensation"><Facts {...dispensation} /></Section>
          <Excepted {...dispensation} />
          <History of={dispensation.id} />
        </>
      )}
    </RecordPage>
  )
}
