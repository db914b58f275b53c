import { sayClassification } from './say.js'
import { reason, type Rule } from './rule.js'

/** A rollout of the programme covers the practice, and one of the classification named. */
export const rolloutCovers: Rule = ({ governing, classificationMissing }) => {
  if (classificationMissing) {
    const wave = sayClassification(classificationMissing)
    return [
      reason('NO_ROLLOUT', `No ${wave} rollout covers this practice.`, {
        remedy: 'Ask without a classification, or about a rollout that covers the practice.',
      }),
    ]
  }
  if (governing.length > 0) return []
  return [
    reason('NO_ROLLOUT', 'No rollout of the programme covers this practice.', {
      remedy: 'A rollout that covers it has to be planned and started.',
    }),
  ]
}
