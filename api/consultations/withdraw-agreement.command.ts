import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { AgreementFact } from '../register/facts.js'
import { refuseOtherParty } from './party.js'

@InputType({ description: 'An agreement to withdraw.' })
export class WithdrawAgreementInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the agreement.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

/** Withdraws an agreement, from now on. That it was given stays on record. */
export const withdrawAgreement = command(
  'withdrawAgreement',
  (change, { id, version }: WithdrawAgreementInput): AgreementFact => {
    const { register, now } = change
    // Who did not give an agreement is not told its version either.
    refuseOtherParty(change, mustFind(register, 'agreement', id))
    const agreement = mustBeAt(register, 'agreement', id, version)
    if (agreement.withdrawnAt !== null) {
      const withdrawn = sayMoment(toMs(agreement.withdrawnAt))
      throw new Refusal('ALREADY_WITHDRAWN', `Agreement ${id} was withdrawn on ${withdrawn}.`)
    }
    return change.save('agreement', { ...agreement, withdrawnAt: now })
  },
)
