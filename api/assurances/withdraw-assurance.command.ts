import { command, mustBeAt } from '../access/change.js'
import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { AssuranceFact } from '../register/facts.js'
import type { WithdrawAssuranceInput } from './assurance.inputs.js'
import { mustRead } from './may-read.js'

/** Marks an assurance as withdrawn. What was imposed for it stays, with its signatories. */
export const withdrawAssurance = command(
  'withdrawAssurance',
  (change, { id, version }: WithdrawAssuranceInput): AssuranceFact => {
    mustRead(change, id)
    const assurance = mustBeAt(change.register, 'assurance', id, version)
    if (assurance.withdrawnAt !== null) {
      const withdrawn = sayMoment(toMs(assurance.withdrawnAt))
      throw new Refusal('ALREADY_WITHDRAWN', `Assurance ${id} was withdrawn on ${withdrawn}.`)
    }
    return change.save('assurance', { ...assurance, withdrawnAt: change.now })
  },
)
