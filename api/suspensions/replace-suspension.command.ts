import { Field, ID, InputType, Int } from 'type-graphql'
import { command } from '../access/change.js'
import type { SuspensionFact } from '../register/facts.js'
import { mustBeEndable } from './ending.js'
import { SuspensionTermsInput } from './suspension.inputs.js'
import { termsOf } from './suspension-terms.js'

@InputType({
  description:
    'A suspension, and the one that takes its place. It keeps the same assurance, unless ' +
    'another is named, and all signatories.',
})
export class ReplaceSuspensionInput extends SuspensionTermsInput {
  @Field(() => ID, { description: 'Id of the suspension that ends.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

/** Ends a suspension and imposes another in its place, with no moment between. */
export const replaceSuspension = command(
  'replaceSuspension',
  (change, input: ReplaceSuspensionInput): SuspensionFact => {
    const old = mustBeEndable(change, input)
    const terms = termsOf(change, old.programme, input, change.now)
    const placed = change.save('suspension', {
      ...terms,
      id: change.newId('suspension'),
      assurance: terms.assurance ?? old.assurance,
      signatories: [...new Set([...old.signatories, ...terms.signatories])],
    })
    change.save('suspension', {
      ...old,
      endedAt: change.now,
      ending: 'REPLACED',
      endingReason: input.reason,
      replacedBy: placed.id,
    })
    return placed
  },
)
