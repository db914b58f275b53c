import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { EFFECT } from '../shared/command/command.js'

const LIST = graphql(`
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
        node {
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
          organisation { code }
          missing { administrator organisations }
          effect { permitted refused noLongerHeld weakens }
        }
      }
    }
  }
`)

export const PROPOSAL = graphql(
  `
    query Proposal($id: ID!, $at: DateTime, $knownAt: DateTime, $after: String) {
      row: proposal(id: $id, knownAt: $knownAt) {
        id
        command
        input
        reason
        state(at: $at)
        ending
        endedAt
        changed
        proposedBy
        proposedAt
        lapsesAt
        waitsForMe
        organisation { code name }
        needs { administrator organisations }
        missing { administrator organisations }
        signatures { subject organisation at }
        effect { ...EffectParts }
      }
    }
  `,
  [EFFECT],
)

export type ProposalRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Proposal = NonNullable<ResultOf<typeof PROPOSAL>['row']>

export const proposals: Source = {
  list: LIST,
  one: PROPOSAL,
  sorts: ['ID', 'PROPOSED_AT'],
  sort: { field: 'PROPOSED_AT', order: 'DESC' },
}
