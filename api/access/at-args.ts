import { ArgsType, Field } from 'type-graphql'
import type { Moment } from '../kernel/moment.js'
import { GraphQLMoment } from './scalars.js'

/** As at which moment a dated thing is asked for. */
@ArgsType()
export class AtArgs {
  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'The moment asked about; now where it is left out.',
  })
  at?: Moment | null
}
