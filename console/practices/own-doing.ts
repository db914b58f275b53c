import type { Reason, Ruling } from './ruling.js'

type OwnDoing = (reason: Reason, ruling: Ruling) => boolean

const nothing: OwnDoing = () => false

/** What it took more time for itself by; or what waits, besides others, for its own agreement. */
const endsSuspension: OwnDoing = ({ suspension }) =>
  suspension !== null &&
  (suspension.imposedBy === null ||
    suspension.conditionStates.some(
      ({ met, condition: { kind, party } }) =>
        !met && kind === 'AGREEMENT' && party === 'PRACTICE',
    ))

/** Whether something that a practice does itself ends a reason, or is among what does. */
const ENDS: Readonly<Record<Reason['code'], OwnDoing>> = {
  REGISTER_STALE: nothing,
  // It may have mistyped its code.
  PRACTICE_UNKNOWN: () => true,
  // It asks the department to record its days; a day that is recorded has to come.
  PRACTICE_NOT_OPEN: ({ permittedFrom }) => permittedFrom === null,
  // Where rollouts govern all the same, it asked by the name of another.
  NO_ROLLOUT: (_, { rollouts }) => rollouts.length > 0,
  ROLLOUT_NOT_STARTED: nothing,
  ROLLOUT_ENDED: nothing,
  SUSPENDED: endsSuspension,
  NOTICE_TOO_SHORT: nothing,
}

/** Whether nothing that the practice does ends a reason. */
export const isOutOfItsHands = (reason: Reason, ruling: Ruling): boolean =>
  !ENDS[reason.code](reason, ruling)
