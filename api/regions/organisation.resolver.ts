import { Args, Ctx, Field, InputType, Query, Resolver } from 'type-graphql'
import { FilterArg, OrderArg } from '../access/args.js'
import { changeOf } from '../access/change-outcome.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { mustBeKnown, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { globalIdFor } from '../access/node.js'
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
}

/** Their id among all things. */
export const OrganisationId = globalIdFor(Organisation, ({ code }) => code)

/** The commands about them. */
export const organisationMutations = [
  mutationOf(OrganisationChange, recordOrganisation, RecordOrganisationInput),
]
