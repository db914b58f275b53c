import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, OrderArg } from '../access/args.js'
import { mustFind } from '../access/change.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import type { Context } from '../access/context.js'
import { numberOf } from '../access/numbered.js'
import { practiceShownTo } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import { readable } from '../assurances/may-read.js'
import type { Moment } from '../kernel/moment.js'
import { BreachKind } from '../kernel/vocabulary.js'
import { Practice } from '../regions/practice.entity.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import type { BreachFact } from '../register/facts.js'
import { Suspension } from '../suspensions/suspension.entity.js'
import { Breach } from './breach.entity.js'
import { breachesSeenBy, liesIn } from './seen-breaches.js'

export const BreachConnection = connectionOf(Breach, 'Breach')
export const breachOrders = ordersOf<BreachFact>('Breach', ({ id }) => numberOf(id), {
  AT: { description: 'When they were done.', by: ({ at }) => at },
  ID: { description: 'Id: the order in which they were found.', by: ({ id }) => numberOf(id) },
})

@InputType({ description: 'Which breaches are wanted.' })
class BreachFilter {
  @Field(() => BreachKind, { nullable: true, description: 'What was done.' })
  kind?: BreachKind | null

  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they lay in then.' })
  region?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of their practice.' })
  practice?: string | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'The earliest moment.' })
  since?: Moment | null
}

const isWanted = (
  { register }: Context,
  breach: BreachFact,
  filter: BreachFilter,
): boolean =>
  (!filter.kind || breach.kind === filter.kind) &&
  (!filter.programme || breach.programme === filter.programme) &&
  (!filter.region || liesIn(register, breach, filter.region)) &&
  (!filter.practice || breach.practice === filter.practice) &&
  (!filter.since || filter.since <= breach.at)

@Resolver(() => Breach)
export class BreachResolver {
  @Query(() => BreachConnection, { description: 'The breaches that the caller may see.' })
  async breaches(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => BreachFilter) filter: BreachFilter | null,
    @OrderArg(() => breachOrders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const sees = await breachesSeenBy(context)
    const wanted = [...context.register.all('breach')].filter(
      (breach) => isWanted(context, breach, filter ?? {}) && sees(breach),
    )
    return pageOf(wanted, breachOrders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { nullable: true, description: 'Its programme, if it has one.' })
  programme(@Root() { programme }: Breach, @Ctx() { register }: Context) {
    return programme && mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'What it was: id of the report, the mailing, the consultation or the assurance; null where ' +
      'that is an assurance that is not for the caller.',
  })
  of(@Root() { kind, of }: Breach, @Ctx() context: Context) {
    return kind === 'PURDAH' && !readable(context, of) ? null : of
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'ODS code of the practice of an upload.',
  })
  practiceCode(@Root() { practice }: Breach) {
    return practice
  }

  @FieldResolver(() => Practice, {
    nullable: true,
    description: 'The practice of an upload; null where it is not, or no longer, for this caller.',
  })
  practice(@Root() { practice }: Breach, @Ctx() context: Context) {
    return practiceShownTo(context, practice)
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description:
      'The region; of an upload, the one the practice then belonged to. Null for a consultation ' +
      'in several, and for a statement.',
  })
  region(@Root() { region }: Breach, @Ctx() { register }: Context) {
    return region && mustFind(register, 'region', region)
  }

  @FieldResolver(() => [Suspension], { description: 'The suspensions that refused it.' })
  suspensions(@Root() { suspensions }: Breach, @Ctx() { register }: Context) {
    return suspensions.map((id) => mustFind(register, 'suspension', id))
  }
}
