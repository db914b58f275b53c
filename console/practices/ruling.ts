import { graphql, type ResultOf } from '../graphql/tada.js'
import { CONDITION } from '../shared/condition.js'

const RULING = graphql(
  `
    fragment RulingParts on Ruling {
      outcome
      basis
      activity
      at
      validUntil
      registerSequence
      reasons {
        code
        message
        remedy
        permittedFrom
        rollout { id }
        suspension {
          id
          imposedBy { code }
          conditionStates(practice: $id, at: $at) {
            met
            evidence
            condition { ...ConditionParts }
          }
        }
      }
      advisories { id reason }
      dispensations { id reason until suspension { id } }
      obligations { code text }
      rollouts {
        id
        classificationThen: classificationAt(at: $at)
        state(at: $at)
        region { code name }
      }
    }
  `,
  [CONDITION],
)

/** The answer to the question as it is asked; with moments given it is a hypothetical one. */
export const ASK_RULING = graphql(
  `
    query AskRuling(
      $id: ID! $activity: Activity! $classification: Classification $programme: ID!
      $at: DateTime $knownAt: DateTime
    ) {
      ruling(
        practice: $id activity: $activity classification: $classification programme: $programme
        at: $at knownAt: $knownAt
      ) {
        ...RulingParts
      }
    }
  `,
  [RULING],
)

export type Ruling = ResultOf<typeof ASK_RULING>['ruling']
export type Reason = Ruling['reasons'][number]

/** The programme that is asked about unless another is chosen: the API's own choice. */
export const PROGRAMME = 'SCR'
