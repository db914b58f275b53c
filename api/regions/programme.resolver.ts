import {
  Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { globalIdFor } from '../access/node.js'
import type { ProgrammeFact } from '../register/facts.js'
import { termsAt } from '../rules/programme-terms.js'
import { createProgramme, CreateProgrammeInput } from './create-programme.command.js'
import { Programme, ProgrammeTerms } from './programme.entity.js'
import { setProgramme, SetProgrammeInput } from './set-programme.command.js'

const ProgrammeConnection = connectionOf(Programme, 'Programme')
const ProgrammeChange = changeOf(Programme, 'Programme')
const orders = ordersOf<ProgrammeFact>('Programme', ({ code }) => code, {
  CODE: { description: 'Code.', by: ({ code }) => code },
  NAME: { description: 'Name.', by: ({ name }) => name },
})

@InputType({ description: 'Which programmes are wanted.' })
class ProgrammeFilter {
  @Field(() => String, { nullable: true, description: 'Part of the code or the name.' })
  search?: string | null
}

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => ProgrammeConnection, { description: 'The programmes.' })
  programmes(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => ProgrammeFilter) filter: ProgrammeFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() { register }: Context,
  ) {
    const wanted = [...register.all('programme')].filter(({ code, name }) =>
      matches(filter?.search, code, name),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => ProgrammeTerms, { description: 'The terms in force at a moment.' })
  termsAt(@Root() root: Programme, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return termsAt(root, momentAsked(context, at))
  }
}

/** Their id among all things. */
export const ProgrammeId = globalIdFor(Programme, ({ code }) => code)

/** The commands about them. */
export const programmeMutations = [
  mutationOf(ProgrammeChange, createProgramme, CreateProgrammeInput),
  mutationOf(ProgrammeChange, setProgramme, SetProgrammeInput),
]
