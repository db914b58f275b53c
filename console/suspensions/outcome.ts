import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL } from '../shared/command/command.js'

export const OUTCOME = graphql(
  `
    fragment SuspensionOutcome on SuspensionChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: suspension { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

export const SIGN_OFF_OUTCOME = graphql(
  `
    fragment SignOffOutcome on SignOffChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: signOff { id }
    }
  `,
  [EFFECT, PROPOSAL],
)
