import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { actionsOfOrganisation } from './actions.js'
import { ORGANISATION, type Organisation } from './source.js'

export const Page = () => (
  <RecordPage
    resource="organisations"
    label="Organisations"
    type="Organisation"
    document={ORGANISATION}
    titleOf={({ name }: Organisation) => name}
    tagsOf={({ id }) => <span>{id}</span>}
    actionsOf={() => actionsOfOrganisation}
  >
    {({ id, name }) => (
      <>
        <Section title="The organisation">
          <SummaryList rows={[['Name', name], ['Code, by which others name it', id]]} />
        </Section>
        <History of={id} table="organisation" />
      </>
    )}
  </RecordPage>
)
