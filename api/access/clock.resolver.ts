import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { toMoment, type Moment } from '../kernel/moment.js'
import type { Context } from './context.js'
import { GraphQLMoment } from './scalars.js'

@ObjectType('Clock', { description: 'What time it is here.', simpleResolvers: true })
class ClockReading {
  @Field(() => GraphQLMoment, {
    description: 'The moment it is for everything Holdfast governs; a demonstration has its own.',
  })
  now!: Moment

  @Field(() => Boolean, { description: 'Whether this register is a demonstration.' })
  demonstration!: boolean
}

@Resolver()
export class ClockResolver {
  @Query(() => ClockReading, { description: 'What time is it here? It need not be real time.' })
  clock(@Ctx() { clock, registerNow }: Context): ClockReading {
    return { now: toMoment(clock.nowMs()), demonstration: registerNow.demonstration }
  }
}
