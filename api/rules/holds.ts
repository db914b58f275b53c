import type { PracticeFact, RolloutFact, SuspensionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Answer } from './answer.js'
import type { Asked } from './question.js'
import { rulerOf } from './ruler.js'

const suspensionsIn = (answer: Answer | undefined): SuspensionFact[] =>
  (answer?.reasons ?? []).flatMap(({ suspension }) => (suspension ? [suspension] : []))

/**
 * The binding suspensions that hold a practice for an activity at a moment: under the rollouts
 * that govern it, or under a rollout's own classification.
 */
export const holdersOf = (
  register: Register,
  practice: PracticeFact,
  rollout: RolloutFact,
  asked: Omit<Asked, 'classification'>,
): SuspensionFact[] => {
  const ruler = rulerOf(register, rollout.programme, asked.atMs)
  if (!ruler) return []
  const as = [null, rollout.classification]
  return as.flatMap((classification) =>
    suspensionsIn(ruler.rule(practice.odsCode, { ...asked, classification })?.answer),
  )
}
