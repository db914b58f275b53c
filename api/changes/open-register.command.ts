import { command, type WithReason } from '../access/change.js'
import { invariant } from '../kernel/invariant.js'
import type { Moment } from '../kernel/moment.js'
import type { InstallationFact } from '../register/facts.js'

export interface OpenRegisterInput extends WithReason {
  readonly demonstration: boolean
  /** Real time, whatever the clock of the register says. */
  readonly firstStartedAt: Moment
}

/** The first entry of every ledger: what this register is. */
export const openRegister = command(
  'openRegister',
  (change, { demonstration, firstStartedAt }: OpenRegisterInput): InstallationFact => {
    invariant(change.register.head.sequence === 0, 'a register opened twice')
    return change.save('installation', { id: 'HOLDFAST', demonstration, firstStartedAt })
  },
)
