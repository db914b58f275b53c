import { command, type WithReason } from '../access/change.js'
import type { ConfigurationFact } from '../register/facts.js'

export type RecordConfigurationInput = WithReason &
  Pick<ConfigurationFact, 'hash' | 'issuers' | 'systems'>

/** Enters whose tokens count from now on. Of processes that start together, one enters it. */
export const recordConfiguration = command(
  'recordConfiguration',
  (change, { hash, issuers, systems }: RecordConfigurationInput): ConfigurationFact => {
    const known = change.register.get('configuration', 'HOLDFAST')
    if (known?.hash === hash) return known
    return change.save('configuration', { id: 'HOLDFAST', hash, issuers, systems })
  },
)
