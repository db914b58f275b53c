import {
  Args, Ctx, Extensions, Field, FieldResolver, ID, InputType, Query, registerEnumType, Resolver,
  Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { numberOf } from '../access/numbered.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { Organisation } from '../regions/organisation.entity.js'
import { Programme } from '../regions/programme.entity.js'
import type { AssuranceFact } from '../register/facts.js'
import { Assurance } from './assurance.entity.js'
import {
  RecordAssuranceInput, SupersedeAssuranceInput, WithdrawAssuranceInput,
} from './assurance.inputs.js'
import { Condition } from './condition.js'
import { AssuranceKept, keptAt, unmetOf } from './kept.js'
import { allReadable, readable, type Reader } from './may-read.js'
import { recordAssurance } from './record-assurance.command.js'
import { rulerFor } from './ruler-for.js'
import { AssuranceSaid, saidAt, successorOf } from './said.js'
import { Speaker } from './speaker.js'
import { supersedeAssurance } from './supersede-assurance.command.js'
import { purdahOn } from './under-purdah.js'
import { withdrawAssurance } from './withdraw-assurance.command.js'

registerEnumType(AssuranceSaid, {
  name: 'AssuranceSaid',
  description: 'What became of what was said, as far as the caller may know.',
  valuesConfig: {
    GIVEN: { description: 'It stands as it was given.' },
    REAFFIRMED: { description: 'A later one took its place, and says the same again.' },
    SUPERSEDED: { description: 'A later one took its place, and corrects it.' },
    WITHDRAWN: { description: 'It was withdrawn. What was imposed for it stays in force.' },
  },
})
registerEnumType(AssuranceKept, {
  name: 'AssuranceKept',
  description: 'Whether what was promised is so. BREACHED goes before MET, MET before the others.',
  valuesConfig: {
    KEPT: {
      description:
        'Binding suspensions hold every open practice within its scope, but for those that it ' +
        'or the suspensions made for it let go, and those that are dispensed.',
    },
    NOT_ENFORCED: {
      description:
        'A practice within its scope is held by no binding suspension, and was neither let go ' +
        'nor dispensed.',
    },
    MET: {
      description:
        'What it waited for has come: its conditions (where it has none, those of suspensions ' +
        'made for it) are met at every practice they wait for, or suspensions made for it were ' +
        'lifted and none of them is left.',
    },
    BREACHED: { description: 'Something was done against it since it was given.' },
  },
})

const AssuranceConnection = connectionOf(Assurance, 'Assurance')
const AssuranceChange = changeOf(Assurance, 'Assurance')
const orders = ordersOf<AssuranceFact>('Assurance', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  GIVEN_ON: { description: 'The day they were given.', by: ({ givenOn }) => givenOn },
})

/** It is worked out for every assurance of the list, and not only for a page. */
const KEPT_COST = 5_000

@InputType({ description: 'Which assurances are wanted.' })
class AssuranceFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => AssuranceSaid, { nullable: true, description: 'What became of them by then.' })
  said?: AssuranceSaid | null

  @Extensions({ complexity: KEPT_COST })
  @Field(() => AssuranceKept, {
    nullable: true,
    description: 'Whether what was promised is so then. This costs as much as a list besides.',
  })
  kept?: AssuranceKept | null

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody may read them.' })
  public?: boolean | null

  @Field(() => GraphQLDay, { nullable: true, description: 'The first day they were given on.' })
  givenFrom?: Day | null

  @Field(() => GraphQLDay, { nullable: true, description: 'The day after the last such day.' })
  givenTo?: Day | null

  @Field(() => String, { nullable: true, description: 'Part of the text.' })
  search?: string | null
}

const isWanted = (
  reader: Reader,
  assurance: AssuranceFact,
  filter: AssuranceFilter,
  atMs: number,
): boolean =>
  (!filter.programme || assurance.programme === filter.programme) &&
  (!filter.said || saidAt(reader, assurance, atMs) === filter.said) &&
  (typeof filter.public !== 'boolean' || assurance.public === filter.public) &&
  (!filter.givenFrom || assurance.givenOn >= filter.givenFrom) &&
  (!filter.givenTo || assurance.givenOn < filter.givenTo) &&
  matches(filter.search, assurance.text)

/** Asked of those alone that are wanted otherwise: nothing else takes longer to find. */
const isKeptAs = (
  context: Context,
  assurance: AssuranceFact,
  kept: AssuranceKept | null | undefined,
  atMs: number,
): boolean => !kept || keptAt(rulerFor(context, assurance), assurance, atMs) === kept

@Resolver(() => Assurance)
export class AssuranceResolver {
  @Query(() => Assurance, {
    nullable: true,
    description: 'An assurance by its id; null where there is none that the caller may read.',
  })
  assurance(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ) {
    return readable(context, id)
  }

  @Query(() => AssuranceConnection, { description: 'The assurances that the caller may read.' })
  assurances(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => AssuranceFilter) filter: AssuranceFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = allReadable(context).filter(
      (assurance) =>
        isWanted(context, assurance, filter ?? {}, atMs) &&
        isKeptAs(context, assurance, filter?.kept, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'The programme it is about.' })
  programme(@Root() { programme }: Assurance, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'Who recorded it.' })
  recordedBy(@Root() { recordedBy }: Assurance, @Ctx() { register }: Context) {
    return register.get('organisation', recordedBy)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the day it was given lies in a pre-election period of the calendar.',
  })
  underPurdah(@Root() { givenOn }: Assurance, @Ctx() { register }: Context): boolean {
    return purdahOn(register, givenOn) !== undefined
  }

  @FieldResolver(() => AssuranceSaid, { description: 'What became of what was said.' })
  said(@Root() root: Assurance, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return saidAt(context, root, momentAsked(context, at))
  }

  @FieldResolver(() => AssuranceKept, { description: 'Whether what was promised is so.' })
  kept(@Root() root: Assurance, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return keptAt(rulerFor(context, root), root, momentAsked(context, at))
  }

  @FieldResolver(() => [Condition], {
    description:
      'Its conditions that are not met everywhere within its scope; where it has none itself, ' +
      'those of the binding suspensions in force that were made for it.',
  })
  unmet(@Root() root: Assurance, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return unmetOf(rulerFor(context, root), root, momentAsked(context, at))
  }

  @FieldResolver(() => Assurance, {
    nullable: true,
    description: 'The one it took the place of; null where there is none for the caller to read.',
  })
  supersedes(@Root() { supersedes }: Assurance, @Ctx() context: Context) {
    return readable(context, supersedes)
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it says the same as the one it supersedes, or corrects it; null as that.',
  })
  reaffirms(@Root() { supersedes, reaffirms }: Assurance, @Ctx() context: Context) {
    return readable(context, supersedes) && reaffirms
  }

  @FieldResolver(() => Assurance, {
    nullable: true,
    description: 'The one that took its place; null where there is none for the caller to read.',
  })
  supersededBy(@Root() root: Assurance, @Ctx() context: Context) {
    return successorOf(context, root)
  }
}

@Resolver(() => Speaker)
export class SpeakerResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation spoken for.' })
  organisation(@Root() { organisation }: Speaker, @Ctx() { register }: Context) {
    return mustFind(register, 'organisation', organisation)
  }
}

/** The commands about them. */
export const assuranceMutations = [
  mutationOf(AssuranceChange, recordAssurance, RecordAssuranceInput),
  mutationOf(AssuranceChange, supersedeAssurance, SupersedeAssuranceInput),
  mutationOf(AssuranceChange, withdrawAssurance, WithdrawAssuranceInput),
]
