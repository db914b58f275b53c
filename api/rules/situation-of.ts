import type { Circumstances } from './course.js'
import type { Place } from './place.js'
import { termsIn } from './programme-terms.js'
import type { Asked } from './question.js'
import type { ScopeSubject } from './scope.js'
import type { Situation } from './situation.js'
import { standingOver } from './standing.js'

/** What the scope of a suspension is compared with. */
export const subjectOf = (
  place: Place,
  { path, supplier }: Circumstances,
  asked: Asked,
): ScopeSubject => ({
  odsCode: place.practice,
  activity: asked.activity,
  path,
  supplier,
  classifications: place.covering.governs(asked).classifications,
})

/**
 * Everything that stands at one moment, for the rules to look at. What it is given is all that it
 * depends on, so that practices in the same circumstances at the same place are answered alike.
 */
export const situationOf = (
  place: Place,
  circumstances: Circumstances,
  asked: Asked,
): Situation => {
  const { activity, atMs } = asked
  const governs = place.covering.governs(asked)
  const subject = subjectOf(place, circumstances, asked)
  const standing = standingOver(place, circumstances, subject, atMs)
  // Written out, with nothing spread into it: that would take longer than all the rest.
  return {
    activity,
    atMs,
    terms: termsIn(place.terms, atMs),
    open: circumstances.open,
    nextOpenMs: circumstances.nextOpenMs,
    governing: governs.governing,
    classificationMissing: governs.classificationMissing,
    suspensions: standing.suspensions,
    released: standing.released,
    dispensations: standing.dispensations,
    lastMailing: circumstances.lastCounted,
  }
}
