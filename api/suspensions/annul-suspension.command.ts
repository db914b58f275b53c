import { InputType } from 'type-graphql'
import { command } from '../access/change.js'
import type { SuspensionFact } from '../register/facts.js'
import { mustBeEndable } from './ending.js'
import { SuspensionVersionInput } from './suspension.inputs.js'

@InputType({ description: 'A suspension that was imposed in error. The reason is published.' })
export class AnnulSuspensionInput extends SuspensionVersionInput {}

/** Ends a suspension that was imposed in error, whatever its conditions. */
export const annulSuspension = command(
  'annulSuspension',
  (change, input: AnnulSuspensionInput): SuspensionFact =>
    change.save('suspension', {
      ...mustBeEndable(change, input),
      endedAt: change.now,
      ending: 'ANNULLED',
      endingReason: input.reason,
    }),
)
