import { Field, ID, InputType } from 'type-graphql'
import { command, mustFind, type Change } from '../access/change.js'
import { dayOf } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { sayCode } from '../kernel/say-code.js'
import type { SignOffFact, SuspensionFact } from '../register/facts.js'
import type { Narrowing } from '../rules/reach.js'
import { refuseEnded } from './ending.js'
import { NarrowedInput, narrowingOf } from './narrowing.js'

@InputType({
  description: 'A sign-off: everywhere, or for the regions or the practices it names.',
})
export class RecordSignOffInput extends NarrowedInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  suspension!: string

  @Field(() => ID, { description: 'The condition, such as c1.' })
  condition!: string
}

/** Nobody signs for another: the condition names who may. */
const refuseOtherSigner = (
  { actor }: Change,
  { id, conditions }: SuspensionFact,
  condition: string,
): void => {
  const found = conditions.find((each) => each.id === condition)
  if (!found) {
    const known = conditions.map((each) => each.id).join(', ') || 'none'
    throw invalid('condition', `Suspension ${id} has no condition ${condition}; it has ${known}.`)
  }
  if (found.kind !== 'SIGN_OFF') {
    const asked = sayCode(found.kind)
    throw invalid('condition', `Condition ${condition} asks for ${asked}, not for a sign-off.`)
  }
  if (found.organisation === actor.organisation) return
  throw new Refusal('FORBIDDEN', `Only ${found.organisation} can sign off condition ${condition}.`)
}

const sameCodes = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  JSON.stringify(a?.toSorted()) === JSON.stringify(b?.toSorted())

const refuseRepeated = (
  { register, actor }: Change,
  { suspension, condition }: RecordSignOffInput,
  narrowing: Narrowing,
): void => {
  const same = [...register.all('signoff')].find(
    (each) =>
      each.suspension === suspension &&
      each.condition === condition &&
      each.organisation === actor.organisation &&
      each.withdrawnAt === null &&
      sameCodes(each.regions, narrowing.regions) &&
      sameCodes(each.practices, narrowing.practices),
  )
  if (same) throw new Refusal('UNCHANGED', `Nothing was changed: sign-off ${same.id} says so already.`)
}

/** Signs that a condition is met. Given by the organisation that the condition names. */
export const recordSignOff = command(
  'recordSignOff',
  (change, input: RecordSignOffInput): SignOffFact => {
    const { register, actor } = change
    const suspension = mustFind(register, 'suspension', input.suspension)
    refuseOtherSigner(change, suspension, input.condition)
    refuseEnded(suspension)
    const narrowing = narrowingOf(register, input)
    refuseRepeated(change, input, narrowing)
    // Whoever imposed it does not release from it by its own word.
    const today = dayOf(change.nowMs)
    if (actor.organisation === suspension.imposedBy) change.tellOf(today)
    else change.vouchFor(today)
    return change.save('signoff', {
      id: change.newId('signoff'),
      suspension: suspension.id,
      condition: input.condition,
      organisation: actor.organisation,
      ...narrowing,
      givenAt: change.now,
      withdrawnAt: null,
    })
  },
)
