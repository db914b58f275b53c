import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { StateTag } from '../shared/Tag.js'
import { DispensationsOf } from '../dispensations/DispensationsOf.js'
import { Acknowledge } from './Acknowledge.js'
import { actionsOf, mayAsk } from './actions.js'
import { Conditions } from './Conditions.js'
import { SuspensionFacts } from './SuspensionFacts.js'
import { SignOffs } from './SignOffs.js'
import { SUSPENSION, type Suspension } from './source.js'
import { Unacknowledged } from './Unacknowledged.js'
import { sayInForce, sayStrength } from './words.js'

const Parts = (suspension: Suspension) => (
  <>
    {suspension.endedAt === null && <Acknowledge id={suspension.id} />}
    <Section title="The suspension">
      <SuspensionFacts {...suspension} />
    </Section>
    <Section title="Until what it holds">
      <Conditions id={suspension.id} conditions={suspension.conditions} />
    </Section>
    <SignOffs {...suspension} />
    <Unacknowledged notices={suspension.unacknowledgedBy} />
    <DispensationsOf
      dispensations={suspension.dispensations}
      askable={mayAsk(suspension) ? suspension.id : null}
    />
    <History of={suspension.id} />
  </>
)

export const Page = () => {
  const viewer = useViewer()
  const { at } = useAsAt()
  return (
    <RecordPage
      resource="suspensions"
      label="Suspensions"
      document={SUSPENSION}
      titleOf={({ id, strength }: Suspension) =>
        strength === 'BINDING' ? `Suspension ${id}` : `Advisory suspension ${id}`}
      tagsOf={(suspension) => (
        <>
          <StateTag of={sayInForce(suspension, at)} />
          <StateTag of={sayStrength(suspension.strength)} />
        </>
      )}
      actionsOf={(suspension) => actionsOf(suspension, viewer)}
    >
      {(suspension) => <Parts {...suspension} />}
    </RecordPage>
  )
}
