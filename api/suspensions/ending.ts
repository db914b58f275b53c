import { mustBeAt, type Change } from '../access/change.js'
import type { Actor } from '../kernel/actor.js'
import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { SuspensionFact } from '../register/facts.js'
import type { SuspensionVersionInput } from './suspension.inputs.js'

/** Advice is its giver's, and the time that a practice took is that practice's. */
const isKeptToItself = ({ register }: Change, { strength, imposedBy }: SuspensionFact): boolean =>
  strength === 'ADVISORY' || register.get('practice', imposedBy) !== undefined

const mayEnd = (actor: Actor, suspension: SuspensionFact, keptToItself: boolean): boolean =>
  keptToItself
    ? suspension.imposedBy === actor.organisation
    : actor.role === 'PROGRAMME_ADMIN'

/** Refuses a second ending. */
export const refuseEnded = ({ id, endedAt }: SuspensionFact): void => {
  if (endedAt === null) return
  throw new Refusal('ALREADY_ENDED', `Suspension ${id} ended on ${sayMoment(toMs(endedAt))}.`)
}

/**
 * A suspension that the caller may end, at the version it has read. Whoever alone imposed it on
 * itself or advised it takes it back alone; for any other, its signatories have to sign.
 */
export const mustBeEndable = (
  change: Change,
  { id, version }: Pick<SuspensionVersionInput, 'id' | 'version'>,
): SuspensionFact => {
  const suspension = mustBeAt(change.register, 'suspension', id, version)
  const keptToItself = isKeptToItself(change, suspension)
  if (!mayEnd(change.actor, suspension, keptToItself)) {
    const who = keptToItself ? `${suspension.imposedBy}, which imposed it,` : 'The department'
    throw new Refusal('FORBIDDEN', `${who} alone may end suspension ${id}.`)
  }
  refuseEnded(suspension)
  if (keptToItself && suspension.signatories.length === 0) change.takeBackOwn()
  else change.needSignatoriesOf(id)
  return suspension
}
