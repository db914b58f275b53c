import { GraphQLJSON } from 'graphql-scalars'
import {
  Args, Ctx, Field, FieldResolver, ID, InputType, ObjectType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { Effect, effectOf, Proposal, ProposalOutcome } from '../access/change-outcome.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import type { WithReason } from '../access/change.js'
import { readable } from '../assurances/may-read.js'
import { mutationOf } from '../access/mutation.js'
import { numberOf } from '../access/numbered.js'
import { mayActIn } from '../access/row-scope.js'
import { WRITTEN_COST, writtenIn } from '../access/written.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Actor } from '../kernel/actor.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { ProposalState } from '../kernel/vocabulary.js'
import { Organisation } from '../regions/organisation.entity.js'
import type { ProposalFact, SignatureFact } from '../register/facts.js'
import { isAsked, lapsesAt, missingFrom, named, stateOf } from './proposal.decision.js'
import {
  declineProposal, ProposalInput, signProposal, withdrawProposal,
} from './sign-proposal.command.js'

@ObjectType({ description: 'Whose signatures something needs.', simpleResolvers: true })
class Signatures {
  @Field(() => Boolean, { description: 'Whether that of a second administrator.' })
  administrator!: boolean

  @Field(() => [ID], { description: 'Codes of the organisations.' })
  organisations!: readonly string[]
}

@ObjectType({ description: 'A signature on a proposal.', simpleResolvers: true })
class Signature implements Pick<SignatureFact, 'organisation' | 'subject' | 'at'> {
  @Field(() => ID, { description: 'Code of the organisation it was given for.' })
  organisation!: string

  @Field(() => String, { description: 'Who signed.' })
  subject!: string

  @Field(() => GraphQLMoment, { description: 'When.' })
  at!: Moment
}

@ObjectType({ description: 'Who declined a proposal, and why.', simpleResolvers: true })
class Declined {
  @Field(() => ID, { description: 'Code of the organisation they declined for.' })
  organisation!: string

  @Field(() => String, { description: 'Who declined.' })
  subject!: string

  @Field(() => GraphQLMoment, { description: 'When.' })
  at!: Moment

  @Field(() => String, { description: 'Why.' })
  reason!: string
}

@InputType({ description: 'Which proposals are wanted.' })
class ProposalFilter {
  @Field(() => ProposalState, { nullable: true, description: 'What became of them by then.' })
  state?: ProposalState | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they wait for my signature.' })
  waitsForMe?: boolean | null

  @Field(() => ID, {
    nullable: true,
    description:
      'Id, as of `node`, of a thing that the input of their command names, in whichever part.',
  })
  about?: string | null
}

const ProposalConnection = connectionOf(Proposal, 'Proposal')
const orders = ordersOf<ProposalFact>('Proposal', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  PROPOSED_AT: { description: 'When it was proposed.', by: ({ proposedAt }) => proposedAt },
})

const isOwn = ({ proposer }: ProposalFact, { issuer, subject }: Actor): boolean =>
  proposer.issuer === issuer && proposer.subject === subject

const liesInRegion = ({ registerNow, clock }: Context, proposal: ProposalFact, actor: Actor) =>
  actor.role === 'REGIONAL_LEAD' &&
  proposal.proposer.region !== null &&
  mayActIn(actor, registerNow, proposal.proposer.region, clock.nowMs())

/** The department and auditors read all; others what they proposed, or are asked to sign. */
const mayRead = (context: Context, proposal: ProposalFact): boolean => {
  const actor = mustBeKnown(context)
  if (actor.role === 'PROGRAMME_ADMIN' || actor.role === 'AUDITOR') return true
  return (
    isOwn(proposal, actor) ||
    proposal.needs.organisations.includes(actor.organisation) ||
    liesInRegion(context, proposal, actor)
  )
}

const waitsFor = (proposal: ProposalFact, actor: Actor, atMs: number): boolean =>
  stateOf(proposal, atMs) === 'AWAITING' && !isOwn(proposal, actor) && isAsked(proposal, actor)

/** The input as the caller is told it: a private assurance is for those who may read it. */
const inputTold = ({ actor, registerNow }: Context, { input }: ProposalFact): object => {
  const { assurance } = input as { assurance?: string | null }
  if (!assurance || readable({ actor, register: registerNow }, assurance)) return input
  return { ...input, assurance: null }
}

/** Whether a proposal is wanted; what its input hides from the caller finds it for nobody. */
const isWanted = (
  context: Context,
  proposal: ProposalFact,
  { state, waitsForMe, about }: ProposalFilter,
  atMs: number,
): boolean =>
  (!state || stateOf(proposal, atMs) === state) &&
  (waitsForMe === null ||
    waitsForMe === undefined ||
    waitsFor(proposal, mustBeKnown(context), atMs) === waitsForMe) &&
  (about === null ||
    about === undefined ||
    named(proposal.command, inputTold(context, proposal)).includes(about))

@Resolver(() => Proposal)
export class ProposalResolver {
  @Query(() => Proposal, { nullable: true, description: 'A proposal by its id.' })
  proposal(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ): ProposalFact | null {
    mustBeKnown(context)
    const proposal = context.register.get('proposal', id)
    return proposal && mayRead(context, proposal) ? proposal : null
  }

  @Query(() => ProposalConnection, { description: 'The proposals that the caller may read.' })
  proposals(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => ProposalFilter) filter: ProposalFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeKnown(context)
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('proposal')].filter(
      (proposal) =>
        mayRead(context, proposal) && isWanted(context, proposal, filter ?? {}, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => ProposalState, { description: 'What became of it, as at a moment.' })
  state(
    @Root() root: ProposalFact,
    @Args(() => AtArgs) { at }: AtArgs,
    @Ctx() context: Context,
  ): ProposalState {
    return stateOf(root, momentAsked(context, at))
  }

  @FieldResolver(() => GraphQLMoment, { description: 'When it lapses unless all sign.' })
  lapsesAt(@Root() root: ProposalFact): Moment {
    return lapsesAt(root)
  }

  @FieldResolver(() => GraphQLJSON, {
    description: 'The input of the command, without a private assurance it may name.',
  })
  input(@Root() root: ProposalFact, @Ctx() context: Context): object {
    return inputTold(context, root)
  }

  @FieldResolver(() => String, { description: 'Why it was proposed.' })
  reason(@Root() { input }: ProposalFact): string {
    return (input as WithReason).reason
  }

  @FieldResolver(() => String, { description: 'Who proposed it.' })
  proposedBy(@Root() { proposer }: ProposalFact): string {
    return proposer.subject
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation of whoever proposed it.',
  })
  organisation(@Root() { proposer }: ProposalFact, @Ctx() { register }: Context) {
    return register.get('organisation', proposer.organisation)
  }

  @FieldResolver(() => Effect, { description: 'What it would have turned when it was proposed.' })
  effect(@Root() { turns, weakens }: ProposalFact): Effect {
    return effectOf(turns, weakens)
  }

  @FieldResolver(() => [Signature], { description: 'Who has signed, in order.' })
  signatures(@Root() { signatures }: ProposalFact) {
    return signatures
  }

  @FieldResolver(() => Declined, {
    nullable: true,
    description: 'Who declined it, which ended it; null unless it was declined.',
    complexity: WRITTEN_COST,
  })
  async declined(@Root() root: ProposalFact, @Ctx() context: Context): Promise<Declined | null> {
    const { id: key, state, version, endedAt: at } = root
    if (state !== 'DECLINED' || at === null) return null
    const written = await writtenIn(context, { table: 'proposal', key, version, at })
    return written && { ...written, at }
  }

  @FieldResolver(() => Signatures, { description: 'Whose signatures it needs.' })
  needs(@Root() { needs }: ProposalFact): Signatures {
    return needs
  }

  @FieldResolver(() => Signatures, { description: 'Whose signatures are missing.' })
  missing(@Root() root: ProposalFact): Signatures {
    return missingFrom(root)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it waits for the caller’s signature.' })
  waitsForMe(@Root() root: ProposalFact, @Ctx() { actor, clock }: Context): boolean {
    return actor !== null && waitsFor(root, actor, Math.max(clock.nowMs(), toMs(root.proposedAt)))
  }
}

/** The commands about proposals. */
export const proposalMutations = [
  mutationOf(ProposalOutcome, signProposal, ProposalInput),
  mutationOf(ProposalOutcome, declineProposal, ProposalInput),
  mutationOf(ProposalOutcome, withdrawProposal, ProposalInput),
]
