import { useCanAccess } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { EntryLink } from '../shared/EntryLink.js'
import { Moment } from '../shared/when.js'
import { PROGRAMME } from './ruling.js'
import type { Practice } from './source.js'

const WENT_LIVE = graphql(`
  query WentLive($key: ID!, $knownAt: DateTime) {
    page: ledgerEntries(
      first: 1 filter: { key: $key, table: "live" }
      orderBy: { field: SEQUENCE, direction: ASC } knownAt: $knownAt
    ) {
      edges { node { sequence subject organisation } }
    }
  }
`)

/** The key in the ledger of that a practice is live. */
export const keyOfLive = (practice: string): string => `${PROGRAMME}/${practice}`

const Reported = ({ practice }: { practice: string }) => {
  const { knownAt } = useAsAt()
  const { data } = useAsk(WENT_LIVE, { key: keyOfLive(practice), knownAt })
  const entry = data?.page.edges[0]?.node
  if (!entry) return null
  return (
    <div className="quiet">
      {`Reported by ${entry.subject}, ${entry.organisation}: entry `}
      <EntryLink sequence={entry.sequence} />
    </div>
  )
}

/** Since when a practice is live, and by whom that was reported for those who may know. */
export const Live = ({ id, liveFrom }: Practice) => {
  const { at } = useAsAt()
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  if (liveFrom === null) return <>Not live: no upload has been reported</>
  if (at && Date.parse(at) < Date.parse(liveFrom)) return <>Not live then</>
  return (
    <>
      Since <Moment of={liveFrom} />
      {canAccess && <Reported practice={id} />}
    </>
  )
}
