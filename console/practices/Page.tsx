import { FromPartners } from '../shared/FromPartners.js'
import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Link } from '../shared/Link.js'
import { StateTag } from '../shared/Tag.js'
import { holdsOn } from '../shared/terms.js'
import { useToday } from '../shared/use-today.js'
import { Day } from '../shared/when.js'
import { actionsOfPractice } from './actions.js'
import { Agreements } from './Agreements.js'
import { AskOtherwise } from './AskOtherwise.js'
import { Facts } from './Facts.js'
import { Happened } from './Happened.js'
import { keyOfLive } from './Live.js'
import { Mailings } from './Mailings.js'
import { MayItUpload } from './MayItUpload.js'
import { OPEN_STATES } from './open.js'
import { Rollouts } from './Rollouts.js'
import { PRACTICE, type Practice } from './source.js'

const Identity = ({ id, openAt, regionAt, suppliers }: Practice) => {
  const today = useToday()
  const supplier = today && suppliers.find((term) => holdsOn(term, today))?.supplier
  return (
    <>
      <StateTag of={OPEN_STATES[openAt ? 'open' : 'closed']} />
      <span>{id}</span>
      <span>
        {regionAt ? (
          <Link to={`/regions/${regionAt.code}`}>{`${regionAt.name} (${regionAt.code})`}</Link>
        ) : (
          'In no region'
        )}
      </span>
      <span>{supplier ? `Supplied by ${supplier}` : 'Without a supplier'}</span>
    </>
  )
}

const Closed = ({ openAt, openFrom, openTo }: Practice) =>
  !openAt && (
    <div className="banner wait">
      <strong>This practice is not open then.</strong>
      <span>
        {openTo && <>It is closed from <Day of={openTo} /> on. </>}
        {openFrom && <>It is open from <Day of={openFrom} /> on. </>}
        What is recorded of it stays here.
      </span>
    </div>
  )

const crumbsOf = ({ regionAt }: Practice) =>
  regionAt
    ? [...regionAt.ancestors.toReversed(), regionAt]
        .map(({ code, name }) => ({ to: `/regions/${code}`, text: name }))
    : []

const wentLive = (id: string) => ({
  of: keyOfLive(id), table: 'live', what: 'its going live',
})

export const Page = () => (
  <RecordPage
    resource="practices"
    label="Practices"
    document={PRACTICE}
    titleOf={({ name }: Practice) => name}
    tagsOf={(practice) => <Identity {...practice} />}
    actionsOf={actionsOfPractice}
    crumbsOf={crumbsOf}
  >
    {(practice) => (
      <>
        <Closed {...practice} />
        <MayItUpload practice={practice.id} />
        <Agreements {...practice} />
        <AskOtherwise practice={practice.id} />
        <Facts {...practice} />
        <Rollouts {...practice} />
        <Mailings {...practice} />
        <Happened {...practice} />
        <FromPartners type="Practice" code={practice.id} />
        <History
          of={practice.id} table="practice"
          {...(practice.liveFrom && { besides: wentLive(practice.id) })}
        />
      </>
    )}
  </RecordPage>
)
