import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { Moment } from '../shared/when.js'
import { actionsOfPurdah } from './actions.js'
import { sayInForce } from './in-force.js'
import { PURDAH, type Purdah } from './source.js'

export const Page = () => (
  <RecordPage
    resource="purdahs"
    label="Purdah"
    type="Purdah"
    document={PURDAH}
    titleOf={({ name }: Purdah) => name}
    tagsOf={({ inForce }) => <StateTag of={sayInForce(inForce)} />}
    actionsOf={() => actionsOfPurdah}
  >
    {({ id, from, to }) => (
      <>
        <Section title="The period">
          <p>
            Purdah is a pre-election period. While it lasts, mailings that fall into it and new
            consultations need an exemption.
          </p>
          <SummaryList
            rows={[
              ['Code', id],
              ['From', <Moment of={from} />],
              ['Until', <Moment of={to} none="Not known yet" />],
            ]}
          />
        </Section>
        <History of={id} table="purdah" />
      </>
    )}
  </RecordPage>
)
