import { useAsk } from '../graphql/use-ask.js'
import { Actions, useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { Section } from '../shared/Section.js'
import { Waiting } from '../shared/Waiting.js'
import { actionsOf } from '../regions/actions.js'
import { sayCounts } from '../regions/say-counts.js'
import { REGION } from '../regions/source.js'

/** A lead's own region: how it stands, and what can be begun there. */
export const OwnRegion = ({ region: id }: { region: string }) => {
  const viewer = useViewer()
  const { at, knownAt } = useAsAt()
  const query = useAsk(REGION, { id, at, knownAt })
  return (
    <Section title="Your region">
      <Waiting query={query}>
        {({ row }) =>
          row && (
            <>
              <p>
                <Link to={`/regions/${row.id}`}>{`${row.name} (${row.id})`}</Link>
                {`: ${sayCounts(row.rulingCounts)}.`}
              </p>
              {viewer && <Actions at={`/regions/${row.id}`} actions={actionsOf(row, viewer)} />}
            </>
          )
        }
      </Waiting>
    </Section>
  )
}
