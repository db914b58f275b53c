import { Button } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import { DispensationsOf } from '../dispensations/DispensationsOf.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { History } from '../shared/record/History.js'
import { useViewer } from '../shared/Actions.js'
import { sayKept, saySaid } from '../shared/say.js'
import { ScopeInWords } from '../shared/ScopeInWords.js'
import { Section } from '../shared/Section.js'
import { StateTag } from '../shared/Tag.js'
import { sayDay } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { Against } from './Against.js'
import { AssuranceConditions } from './AssuranceConditions.js'
import { Coverage } from './Coverage.js'
import { ASSURANCE, type Assurance } from './source.js'
import { Upheld } from './Upheld.js'
import { WaitingForMe } from './WaitingForMe.js'
import { Said } from './Said.js'
import { sayConditions } from './words.js'

const Parts = (assurance: Assurance) => (
  <>
    <Said {...assurance} />
    <WaitingForMe {...assurance} />
    <Section title="What it covers">
      <p><ScopeInWords scope={assurance.scope} /></p>
      <Coverage {...assurance} />
    </Section>
    <AssuranceConditions {...assurance} />
    <Upheld {...assurance} />
    <DispensationsOf title="What is excepted from it" dispensations={assurance.dispensations} />
    <Against id={assurance.id} count={assurance.breachCount} />
    <History of={assurance.id} />
  </>
)

export const Page = () => {
  const viewer = useViewer()
  return (
    <RecordPage
      resource="assurances"
      label="Assurances"
      document={ASSURANCE}
      titleOf={({ id, givenOn }: Assurance) => `Assurance ${id} of ${sayDay(givenOn)}`}
      tagsOf={(assurance) => (
        <>
          <StateTag of={saySaid(assurance.said)} />
          <StateTag of={sayKept(assurance.kept)} />
          <StateTag of={sayConditions(assurance)} />
          <Button
            component={RouterLink} to={`/assurances/${assurance.id}/report`}
            variant="outlined" className="no-print"
          >
            Report, to print or take away
          </Button>
        </>
      )}
      actionsOf={(assurance) => actionsOf(assurance, viewer)}
    >
      {(assurance) => <Parts {...assurance} />}
    </RecordPage>
  )
}
