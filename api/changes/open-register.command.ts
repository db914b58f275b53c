import { command, type WithReason } from '../access/change.js'
import { invariant } from '../kernel/invariant.js'
import type { Moment } from '../kernel/moment.js'
import type { InstallationFact } from '../register/facts.js'

export interface OpenRegisterInput extends WithReason {
  readonly demonstration: boolean
  /** Real time, whatever the clock of the register says. */
  readonly firstStartedAt: Moment
  /** Where the demonstration's clock begins; null for the real clock. */
  readonly clockBeganAt: Moment | null
}

/** The first entry of every ledger: what this register is. */
export const openRegister = command(
  'openRegister',
  (change, input: OpenRegisterInput): InstallationFact => {
    const { demonstration, firstStartedAt, clockBeganAt } = input
    invariant(change.register.head.sequence === 0, 'a register opened twice')
    const id = 'HOLDFAST'
    return change.save('installation', { id, demonstration, firstStartedAt, clockBeganAt })
  },
)
