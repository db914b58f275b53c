import type { Activity } from '../kernel/vocabulary.js'
import type { PracticeFact, SuspensionFact } from '../register/facts.js'
import type { Answer } from './answer.js'
import { dossierOf, supplierAt, whereabouts } from './dossier.js'
import { classificationAt } from './rollout-state.js'
import type { Ruler } from './ruler.js'
import { takesIn, type Scoped } from './scope.js'

/** The answer for a practice within a scope, for an activity at a moment; undefined outside. */
export const answerWithin = (
  ruler: Ruler,
  scoped: Scoped,
  { odsCode }: PracticeFact,
  { activity, atMs }: { readonly activity: Activity; readonly atMs: number },
): Answer | undefined => {
  const found = ruler.rule(odsCode, { activity, classification: null, atMs })
  const practice = ruler.register.get('practice', odsCode)
  if (!found || !practice) return undefined
  const { answer } = found
  const dossier = dossierOf(ruler.register, practice)
  const { path } = whereabouts(dossier, atMs)
  const supplier = supplierAt(dossier, atMs)
  // What governs it is what classifies it, as for a suspension.
  const classifications = answer.rollouts.map((rollout) => classificationAt(rollout, atMs))
  const subject = { odsCode, activity, path, supplier, classifications }
  return takesIn(scoped, subject) ? answer : undefined
}

/** The activities that any clause of a scope names. */
export const activitiesOf = ({ scope }: Scoped): Activity[] => [
  ...new Set(scope.flatMap(({ activities }) => activities)),
]

/** The binding suspensions that an answer lists: those that hold the practice. */
const holdersIn = ({ reasons }: Answer): SuspensionFact[] =>
  reasons.flatMap(({ suspension }) => (suspension ? [suspension] : []))

/** An open practice within a scope. */
export interface Covered {
  readonly practice: PracticeFact
  /** For each activity of the scope that takes it in, the binding suspensions that hold it. */
  readonly holders: readonly (readonly SuspensionFact[])[]
}

const isOpen = ({ reasons }: Answer): boolean =>
  reasons.every(({ code }) => code !== 'PRACTICE_NOT_OPEN')

/** The open practices within a scope at a moment, each with what holds it there. */
export function* coveredBy(ruler: Ruler, scoped: Scoped, atMs: number): Generator<Covered> {
  const activities = activitiesOf(scoped)
  for (const practice of ruler.register.all('practice')) {
    const answers = activities.flatMap((activity) => {
      const answer = answerWithin(ruler, scoped, practice, { activity, atMs })
      return answer && isOpen(answer) ? [answer] : []
    })
    if (answers.length > 0) yield { practice, holders: answers.map(holdersIn) }
  }
}
