import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt, type Change } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { DispensationFact } from '../register/facts.js'
import { decideEarlierEnd } from './dispensation.decision.js'

@InputType({ description: 'A dispensation that is to end early.' })
export class EndDispensationInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the dispensation.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it is to end, earlier than it would; at once where it is left out.',
  })
  to?: Moment | null
}

const refuseOtherRegion = ({ actor }: Change, { id, requestedBy }: DispensationFact): void => {
  if (actor.role !== 'REGIONAL_LEAD' || actor.region === requestedBy) return
  throw new Refusal('FORBIDDEN', `Dispensation ${id} was asked for by ${requestedBy}.`)
}

/** Ends a dispensation early: the suspension holds again from then on. */
export const endDispensation = command(
  'endDispensation',
  (change, input: EndDispensationInput): DispensationFact => {
    const dispensation = mustBeAt(change.register, 'dispensation', input.id, input.version)
    refuseOtherRegion(change, dispensation)
    const to = decideEarlierEnd(dispensation, change.now, input.to ?? change.now)
    return change.save('dispensation', { ...dispensation, to })
  },
)
