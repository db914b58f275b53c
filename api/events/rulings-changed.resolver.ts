import {
  Args, ArgsType, Field, ID, Int, ObjectType, Resolver, Root, Subscription,
} from 'type-graphql'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Activity, TurnKind } from '../kernel/vocabulary.js'
import {
  rulingsTurned, type StreamContext, type TurnedRulings, type Wanted,
} from './rulings-changed.js'

@ObjectType({ description: 'Practices whose rulings turn alike.', simpleResolvers: true })
class RulingTurn {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => Activity, { description: 'The activity.' })
  activity!: Activity

  @Field(() => TurnKind, { description: 'PERMITTED or REFUSED.' })
  turn!: TurnKind

  @Field(() => GraphQLMoment, { description: 'From when; a change may foretell a later day.' })
  from!: Moment

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'Until when it is so; null where no end is recorded.',
  })
  until!: Moment | null

  @Field(() => [ID], { description: 'Codes of the practices. Ask for their rulings anew.' })
  practices!: readonly string[]
}

@ObjectType({ description: 'What one change turned.', simpleResolvers: true })
class RulingsChanged implements TurnedRulings {
  @Field(() => Int, {
    description: 'The last ledger entry of the change. A ruling with this number or a later one ' +
      'knows of it.',
  })
  registerSequence!: number

  @Field(() => GraphQLMoment, { description: 'When the change was entered.' })
  at!: Moment

  @Field(() => [RulingTurn], { description: 'Which practices turned, and how.' })
  turns!: readonly RulingTurn[]
}

@ArgsType()
class RulingsChangedArgs implements Wanted {
  @Field(() => [ID], { nullable: true, description: 'Codes of the practices that are wanted.' })
  practices?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Code of the supplier of those wanted.' })
  supplier?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they are in.' })
  region?: string | null
}

@Resolver()
export class RulingsChangedResolver {
  @Subscription(() => RulingsChanged, {
    description:
      'What changes turn from now on, of practices that the caller may see. Served at ' +
      '/graphql/stream, by server-sent events.',
    subscribe: ({ args, context }) => rulingsTurned(context as StreamContext, args as Wanted),
  })
  rulingsChanged(
    @Root() turned: RulingsChanged,
    @Args(() => RulingsChangedArgs, { validate: false }) _wanted: RulingsChangedArgs,
  ): RulingsChanged {
    return turned
  }
}
