import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, PageAtArgs, type Order,
} from '../access/connection.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { globalIdFor } from '../access/node.js'
import { maySee } from '../access/row-scope.js'
import type { Moment } from '../kernel/moment.js'
import type { PracticeFact } from '../register/facts.js'
import { dossierOf, isOpen, supplierAt, whereabouts } from '../rules/dossier.js'
import { belongsTo, practicesIn } from './members.js'
import { Practice } from './practice.entity.js'
import { recordPractice, RecordPracticeInput } from './record-practice.command.js'
import { Region } from './region.entity.js'

export const PracticeConnection = connectionOf(Practice, 'Practice')
const PracticeChange = changeOf(Practice, 'Practice')
const orders = ordersOf<PracticeFact>('Practice', ({ odsCode }) => odsCode, {
  ODS_CODE: { description: 'ODS code.', by: ({ odsCode }) => odsCode },
  NAME: { description: 'Name.', by: ({ name }) => name },
})

@InputType({ description: 'Which practices are wanted.' })
class PracticeFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a region they belong to then.' })
  region?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they are open then.' })
  open?: boolean | null

  @Field(() => String, { nullable: true, description: 'Code of their supplier then.' })
  supplier?: string | null

  @Field(() => String, { nullable: true, description: 'Part of the ODS code or the name.' })
  search?: string | null
}

const isWanted = (
  { register }: Context,
  practice: PracticeFact,
  filter: PracticeFilter | null,
  atMs: number,
): boolean => {
  const dossier = dossierOf(register, practice)
  const { region, open, supplier, search } = filter ?? {}
  return (
    (!region || belongsTo(register, practice, region, atMs)) &&
    (open === null || open === undefined || isOpen(dossier, atMs) === open) &&
    (!supplier || supplierAt(dossier, atMs) === supplier) &&
    matches(search, practice.odsCode, practice.name)
  )
}

/** Which practices the caller may see, by what is known now. */
const seenBy = (context: Context): ((practice: PracticeFact) => boolean) => {
  const actor = mustBeKnown(context)
  const { registerNow } = context
  const nowMs = context.clock.nowMs()
  return ({ odsCode }) =>
    maySee(actor, registerNow, mustFind(registerNow, 'practice', odsCode), nowMs)
}

/** One page of the practices that are wanted and that the caller may see. */
const pageOfPractices = (
  practices: Iterable<PracticeFact>,
  context: Context,
  page: PageAtArgs,
  filter: PracticeFilter | null,
  orderBy: Order | null,
) => {
  const sees = seenBy(context)
  const atMs = momentAsked(context, page.at)
  const wanted = [...practices].filter(
    (practice) => sees(practice) && isWanted(context, practice, filter, atMs),
  )
  return pageOf(wanted, orders.sorting(orderBy), page)
}

@Resolver(() => Practice)
export class PracticeResolver {
  @Query(() => Practice, {
    nullable: true,
    description: 'A practice by its ODS code; null where it is unknown, or not for this caller.',
  })
  practice(
    @KeyArg('odsCode') odsCode: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ) {
    const sees = seenBy(context)
    const practice = context.register.get('practice', odsCode)
    return practice && sees(practice) ? practice : null
  }

  @Query(() => PracticeConnection, { description: 'The practices that the caller may see.' })
  practices(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => PracticeFilter) filter: PracticeFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    return pageOfPractices(context.register.all('practice'), context, page, filter, orderBy)
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Where it belongs at a moment; null where it belongs nowhere.',
  })
  regionAt(@Root() root: Practice, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    const dossier = dossierOf(context.register, root)
    const { belongs, path } = whereabouts(dossier, momentAsked(context, at))
    const [code] = path.regions
    return belongs && code ? mustFind(context.register, 'region', code) : null
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open at a moment.' })
  openAt(@Root() root: Practice, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return isOpen(dossierOf(context.register, root), momentAsked(context, at))
  }
}

@Resolver(() => Region)
export class RegionPracticesResolver {
  @FieldResolver(() => PracticeConnection, {
    description: 'The open practices of it and of the regions below it at a moment.',
  })
  practices(
    @Root() { code }: Region,
    @Args(() => PageAtArgs) page: PageAtArgs,
    @FilterArg(() => PracticeFilter) filter: PracticeFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const practices = practicesIn(context.register, code, momentAsked(context, page.at))
    return pageOfPractices(practices, context, page, filter, orderBy)
  }
}

/** Their id among all things. */
export const PracticeId = globalIdFor(Practice, ({ odsCode }) => odsCode)

/** The commands about them. */
export const practiceMutations = [
  mutationOf(PracticeChange, recordPractice, RecordPracticeInput),
]
