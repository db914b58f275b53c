import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { EFFECT, EFFECT_SAID } from '../shared/command/command.js'

const PARTS = graphql(`
  fragment ProposalSaid on Proposal {
    id
    command
    input
    reason
    state(at: $at)
    proposedBy
    proposedAt
    lapsesAt
    endedAt
    waitsForMe
    organisation { code name }
    missing { administrator organisations }
  }
`)

const LIST = graphql(
  `
    query Proposals(
      $first: Int! $after: String $filter: ProposalFilter $orderBy: ProposalOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: proposals(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges {
          cursor
          node { ...ProposalSaid effect { ...EffectSaid } }
        }
      }
    }
  `,
  [EFFECT_SAID, PARTS],
)

export const PROPOSAL = graphql(
  `
    query Proposal($id: ID!, $at: DateTime, $knownAt: DateTime, $after: String) {
      row: proposal(id: $id, knownAt: $knownAt) {
        ...ProposalSaid
        ending
        declined { organisation subject at reason }
        changed
        needs { administrator organisations }
        signatures { subject organisation at }
        effect { ...EffectParts }
      }
    }
  `,
  [EFFECT, PARTS],
)

export type ProposalRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Proposal = NonNullable<ResultOf<typeof PROPOSAL>['row']>

export const proposals: Source = {
  list: LIST,
  one: PROPOSAL,
  sorts: ['ID', 'PROPOSED_AT'],
  sort: { field: 'PROPOSED_AT', order: 'DESC' },
}
