import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import type { DispensationFact } from '../register/facts.js'
import { decideOn, refuseDecided } from './dispensation.decision.js'
import { refuseEnded } from './ending.js'

@InputType({ description: 'What is decided on a dispensation that was asked for.' })
export class DecideDispensationInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the dispensation.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => Boolean, { description: 'Whether it is granted; refused otherwise.' })
  granted!: boolean

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it ends: not later than was asked, and as asked where it is left out.',
  })
  until?: Moment | null
}

/** Grants a dispensation from now on, which the suspension's signatories sign, or refuses it. */
export const decideDispensation = command(
  'decideDispensation',
  (change, input: DecideDispensationInput): DispensationFact => {
    const asked = mustBeAt(change.register, 'dispensation', input.id, input.version)
    refuseDecided(asked)
    if (input.granted) {
      refuseEnded(mustFind(change.register, 'suspension', asked.suspension))
      change.needSignatoriesOf(asked.suspension)
    }
    return change.save('dispensation', { ...asked, ...decideOn(asked, input, change.nowMs) })
  },
)
