import { Args, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { FilterArg, InputArg, OrderArg } from '../access/args.js'
import { changeOf } from '../access/change-outcome.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { mustBeKnown, type Context } from '../access/context.js'
import { COMMANDS } from '../kernel/mutations.js'
import type { OrganisationFact } from '../register/facts.js'
import { Organisation } from './organisation.entity.js'
import { recordOrganisation, RecordOrganisationInput } from './record-organisation.command.js'

const OrganisationConnection = connectionOf(Organisation, 'Organisation')
const OrganisationChange = changeOf(Organisation, 'Organisation')
const orders = ordersOf<OrganisationFact>('Organisation', ({ code }) => code, {
  CODE: { description: 'Code.', by: ({ code }) => code },
  NAME: { description: 'Name.', by: ({ name }) => name },
})

@InputType({ description: 'Which organisations are wanted.' })
class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'Part of the code or the name.' })
  search?: string | null
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => OrganisationConnection, { description: 'The organisations.' })
  organisations(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => OrganisationFilter) filter: OrganisationFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeKnown(context)
    const wanted = [...context.register.all('organisation')].filter(({ code, name }) =>
      matches(filter?.search, code, name),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @Mutation(() => OrganisationChange, { description: COMMANDS.recordOrganisation.does })
  recordOrganisation(
    @InputArg(() => RecordOrganisationInput) input: RecordOrganisationInput,
    @Ctx() context: Context,
  ) {
    return context.makeChange(recordOrganisation, input)
  }
}
