import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, registerEnumType, Resolver, Root,
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
import type { Moment } from '../kernel/moment.js'
import { Audience } from '../kernel/vocabulary.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import type { ConsultationFact } from '../register/facts.js'
import { pathAt } from '../rules/path.js'
import { purdahAt } from '../rules/purdah.js'
import { concludeConsultation, ConcludeConsultationInput } from './conclude-consultation.command.js'
import { ConsultationState, daysAsked, stateAt } from './consultation.decision.js'
import { Consultation } from './consultation.entity.js'
import { extendConsultation, ExtendConsultationInput } from './extend-consultation.command.js'
import { OpenConsultationInput, RecordConsultationInput } from './consultation.inputs.js'
import { openConsultation } from './open-consultation.command.js'
import { recordConsultation } from './record-consultation.command.js'
import { recordResponses, RecordResponsesInput } from './record-responses.command.js'

registerEnumType(ConsultationState, {
  name: 'ConsultationState',
  description: 'Where a consultation stands.',
  valuesConfig: {
    OPEN: { description: 'It may be answered.' },
    CLOSED: { description: 'Nobody may answer any more; there is no outcome yet.' },
    CONCLUDED: { description: 'It has its outcome.' },
  },
})

const ConsultationConnection = connectionOf(Consultation, 'Consultation')
const ConsultationChange = changeOf(Consultation, 'Consultation')
const orders = ordersOf<ConsultationFact>('Consultation', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  OPENED_AT: { description: 'When it opened.', by: ({ openedAt }) => openedAt },
  CLOSES_ON: { description: 'The day it closes.', by: ({ closesOn }) => closesOn },
})

@InputType({ description: 'Which consultations are wanted.' })
class ConsultationFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a region; one of theirs lies in it then.',
  })
  region?: string | null

  @Field(() => Audience, { nullable: true, description: 'Who is asked.' })
  audience?: Audience | null

  @Field(() => ConsultationState, { nullable: true, description: 'Where they stand then.' })
  state?: ConsultationState | null

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  search?: string | null
}

const isWanted = (
  { register }: Context,
  consultation: ConsultationFact,
  { programme, region, audience, state, search }: ConsultationFilter,
  atMs: number,
): boolean => {
  const liesIn = (code: string) => (each: string) =>
    pathAt(register, each, atMs).regions.includes(code)
  return (
    (!programme || consultation.programme === programme) &&
    (!region || consultation.regions.some(liesIn(region))) &&
    (!audience || consultation.audience === audience) &&
    (!state || stateAt(consultation, atMs) === state) &&
    matches(search, consultation.title)
  )
}

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => Consultation, { nullable: true, description: 'A consultation by its id.' })
  consultation(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ) {
    return register.get('consultation', id)
  }

  @Query(() => ConsultationConnection, { description: 'The consultations.' })
  consultations(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => ConsultationFilter) filter: ConsultationFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('consultation')].filter((consultation) =>
      isWanted(context, consultation, filter ?? {}, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: Consultation, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => [Region], { description: 'Where they are asked.' })
  regions(@Root() { regions }: Consultation, @Ctx() { register }: Context) {
    return regions.map((code) => mustFind(register, 'region', code))
  }

  @FieldResolver(() => ConsultationState, {
    nullable: true,
    description: 'Where it stands at a moment; null before it opened.',
  })
  state(@Root() root: Consultation, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return stateAt(root, momentAsked(context, at))
  }

  @FieldResolver(() => Int, {
    description: 'How many days there are to answer, the day it opened among them.',
  })
  daysAsked(@Root() root: Consultation) {
    return daysAsked(root)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it may be made public at a moment: not under purdah.',
  })
  publicity(@Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return purdahAt(context.register, momentAsked(context, at)) === undefined
  }
}

/** The commands about them. */
export const consultationMutations = [
  mutationOf(ConsultationChange, openConsultation, OpenConsultationInput),
  mutationOf(ConsultationChange, recordConsultation, RecordConsultationInput),
  mutationOf(ConsultationChange, recordResponses, RecordResponsesInput),
  mutationOf(ConsultationChange, extendConsultation, ExtendConsultationInput),
  mutationOf(ConsultationChange, concludeConsultation, ConcludeConsultationInput),
]
