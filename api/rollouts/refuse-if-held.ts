import type { Change } from '../access/change.js'
import { Refusal } from '../kernel/refusal.js'
import type { Activity } from '../kernel/vocabulary.js'
import { practicesIn } from '../regions/members.js'
import type { PracticeFact, RolloutFact, SuspensionFact } from '../register/facts.js'
import { holdersOf } from '../rules/holds.js'

/** A rollout begins nothing that could not go on to upload. */
const IN_THE_WAY: readonly Activity[] = ['START', 'UPLOAD']

const coveredBy = ({ register, nowMs }: Change, { region, practices }: RolloutFact) =>
  practicesIn(register, region, nowMs).filter(
    ({ odsCode }) => practices === null || practices.includes(odsCode),
  )

// Under one that releases practice by practice, a rollout starts, and each waits for its release.
const inTheWay = (change: Change, rollout: RolloutFact, practice: PracticeFact) =>
  IN_THE_WAY.flatMap((activity) =>
    holdersOf(change.register, practice, rollout, { activity, atMs: change.nowMs }).filter(
      ({ releases }) => activity === 'START' || !releases,
    ),
  )

const refusal = (rollout: RolloutFact, holders: readonly SuspensionFact[]): Refusal => {
  const suspensions = [...new Set(holders.map(({ id }) => id))].sort()
  const [first] = holders
  return new Refusal(
    'SUSPENDED',
    `Rollout ${rollout.id} cannot start: practices it covers are held by ` +
      `${suspensions.join(', ')}. ${first?.reason} It can start once they are lifted.`,
    { rollout: rollout.id, suspensions },
  )
}

/**
 * Refuses a start where a practice it covers is held for START or UPLOAD, either by what governs
 * it today or under the wave that the rollout belongs to.
 */
export const refuseIfHeld = (change: Change, rollout: RolloutFact): void => {
  const holders = coveredBy(change, rollout).flatMap((each) => inTheWay(change, rollout, each))
  if (holders.length > 0) throw refusal(rollout, holders)
}
