import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { dayOf, sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { SignOffFact } from '../register/facts.js'

@InputType({ description: 'A sign-off to withdraw.' })
export class WithdrawSignOffInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the sign-off.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

/** Withdraws a sign-off, from now on. What it released is held again. */
export const withdrawSignOff = command(
  'withdrawSignOff',
  (change, { id, version }: WithdrawSignOffInput): SignOffFact => {
    const signOff = mustBeAt(change.register, 'signoff', id, version)
    if (signOff.organisation !== change.actor.organisation) {
      throw new Refusal('FORBIDDEN', `${signOff.organisation} alone may withdraw ${id}.`)
    }
    if (signOff.withdrawnAt !== null) {
      const withdrawn = sayMoment(toMs(signOff.withdrawnAt))
      throw new Refusal('ALREADY_WITHDRAWN', `Sign-off ${id} was withdrawn on ${withdrawn}.`)
    }
    change.vouchFor(dayOf(change.nowMs))
    return change.save('signoff', { ...signOff, withdrawnAt: change.now })
  },
)
