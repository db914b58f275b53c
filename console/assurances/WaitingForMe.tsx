import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { EFFECT_SAID } from '../shared/command/command.js'
import { sayEffect } from '../shared/command/words.js'
import { Link } from '../shared/Link.js'
import { sayCommand } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { Moment } from '../shared/when.js'
import type { Assurance } from './source.js'

const WAITING = graphql(
  `
    query WaitingForMe {
      proposals(first: 200, filter: { waitsForMe: true }) {
        edges {
          node {
            id
            command
            reason
            lapsesAt
            changed
            effect { ...EffectSaid byRegion { suspension } }
          }
        }
      }
    }
  `,
  [EFFECT_SAID],
)

type Proposal = ResultOf<typeof WAITING>['proposals']['edges'][number]['node']

/** Whether a proposal writes what keeps an assurance, or lets go of what that holds. */
const touches = ({ changed, effect }: Proposal, ids: ReadonlySet<string>): boolean =>
  changed.some((id) => ids.has(id)) ||
  effect.byRegion.some(({ suspension }) => suspension !== null && ids.has(suspension))

const sayWeaker = ({ effect }: Proposal): string =>
  `${sayEffect(effect)}${effect.weakens.length > 0 ? ` ${effect.weakens.join('; ')}.` : ''}`

const COLUMNS: readonly Column<Proposal>[] = [
  {
    label: 'Proposal',
    cell: ({ id, command }) => (
      <Link to={`/proposals/${id}`}>{`${id}: ${sayCommand(command)}`}</Link>
    ),
  },
  { label: 'What it would turn', cell: sayWeaker },
  { label: 'Why', cell: ({ reason }) => reason },
  { label: 'Lapses', cell: ({ lapsesAt }) => <Moment of={lapsesAt} /> },
]

const Waits = ({ id, suspensions, dispensations }: Assurance) => {
  const { data } = useAsk(WAITING, {})
  const ids = new Set([
    id,
    ...suspensions.map((each) => each.id),
    ...dispensations.map((each) => each.id),
  ])
  const waiting = data?.proposals.edges.map(({ node }) => node).filter((each) => touches(each, ids))
  if (!waiting || waiting.length === 0) return null
  return (
    <Section title="Waiting for you">
      <Table
        caption="Proposals about it that wait for your signature"
        columns={COLUMNS}
        rows={waiting}
        keyOf={(proposal) => proposal.id}
        none=""
      />
    </Section>
  )
}

/** Proposals that would loosen what keeps an assurance, and that wait for who looks at it, now. */
export const WaitingForMe = (assurance: Assurance) => {
  const { canAccess } = useCanAccess({ resource: 'proposals', action: 'list' })
  const { isNow } = useAsAt()
  return canAccess && isNow ? <Waits {...assurance} /> : null
}
