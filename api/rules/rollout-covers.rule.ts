import { remembered } from '../kernel/remembered.js'
import type { Classification } from '../kernel/vocabulary.js'
import { ROLLS_OUT, sayClassification } from './say.js'
import { NO_REASONS, reason, type Rule } from './rule.js'

const NONE = reason('NO_ROLLOUT', 'No rollout of the programme covers this practice.', {
  remedy: `${ROLLS_OUT} has to plan a rollout that covers it, and to start it.`,
})

const noneOfThatName = remembered(100, (named: Classification) =>
  reason('NO_ROLLOUT', `No ${sayClassification(named)} rollout covers this practice.`, {
    remedy: 'Ask without a classification, or about a rollout that covers the practice.',
  }),
)

/** A rollout of the programme covers the practice, and one of the classification named. */
export const rolloutCovers: Rule = ({ governing, classificationMissing }) => {
  if (classificationMissing) return [noneOfThatName(classificationMissing)]
  return governing.length > 0 ? NO_REASONS : [NONE]
}
