import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL } from '../shared/command/command.js'

export const OUTCOME = graphql(
  `
    fragment RolloutOutcome on RolloutChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: rollout { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

/** Moves one rollout to another wave; many are moved one by one. */
export const RECLASSIFY = graphql(
  `
    mutation ReclassifyRollout($input: ReclassifyRolloutInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: reclassifyRollout(input: $input, preview: $preview) { ...RolloutOutcome }
    }
  `,
  [OUTCOME],
)
