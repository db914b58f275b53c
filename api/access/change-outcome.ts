import { Field, ID, Int, ObjectType, type ClassType } from 'type-graphql'
import { CommandNames } from '../kernel/enums.js'
import type { CommandName } from '../kernel/mutations.js'
import type { Moment } from '../kernel/moment.js'
import { ChangeStatus, type TurnKind } from '../kernel/vocabulary.js'
import type { BreachFact, ProposalFact, TurnFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { Node } from './node.js'
import { GraphQLMoment } from './scalars.js'

@ObjectType({
  description: 'What a change turns, over all recorded dates from now on.',
  simpleResolvers: true,
})
export class Effect {
  @Field(() => Int, { description: 'Practices that turn from permit to refuse.' })
  refused!: number

  @Field(() => Int, { description: 'Practices that turn from refuse to permit.' })
  permitted!: number

  @Field(() => Int, { description: 'Practices that a suspension no longer holds.' })
  noLongerHeld!: number

  @Field(() => [String], { description: 'Terms that it weakens, each in a sentence.' })
  weakens!: readonly string[]

  /** All that it writes; what the caller is told leaves out breaches that are not for them. */
  entries!: number | null

  turns!: readonly TurnFact[]

  recorded!: RecordedBreaches | null
}

/** The breaches that a change records, and the register that has them. */
export interface RecordedBreaches {
  readonly breaches: readonly BreachFact[]
  readonly register: Register
}

/** What a change writes: of a proposal that is read again it is not kept. */
export type Written = Pick<Effect, 'entries' | 'recorded'>
const NOT_KEPT: Written = { entries: null, recorded: null }

const practicesThat = (turns: readonly TurnFact[], kind: TurnKind): number =>
  new Set(turns.filter(({ turn }) => turn === kind).flatMap(({ practices }) => practices)).size

/** An effect, told from its turns and from what it writes. */
export const effectOf = (
  turns: readonly TurnFact[],
  weakens: readonly string[],
  written: Written = NOT_KEPT,
): Effect => ({
  ...written,
  refused: practicesThat(turns, 'REFUSED'),
  permitted: practicesThat(turns, 'PERMITTED'),
  noLongerHeld: practicesThat(turns, 'NO_LONGER_HELD'),
  weakens,
  turns,
})

@ObjectType({
  description: 'A command that waits for signatures, or did.',
  implements: Node,
  simpleResolvers: true,
})
export class Proposal {
  @Field(() => ID, { description: 'Its id, such as P-4.' })
  id!: string

  @Field(() => CommandNames, { description: 'The command that waits.' })
  command!: CommandName

  @Field(() => GraphQLMoment, { description: 'When it was proposed.' })
  proposedAt!: Moment

  @Field(() => GraphQLMoment, { nullable: true, description: 'When it ended; null till then.' })
  endedAt!: Moment | null

  @Field(() => String, { nullable: true, description: 'Why it ended without being applied.' })
  ending!: string | null

  @Field(() => [ID], { description: 'What it changed once applied, as table/key.' })
  changed!: readonly string[]

  @Field(() => Int, { description: 'How often it was written.' })
  version!: number
}

/** What became of a change, and what its command's work answered. */
export interface ChangeOutcome<Done> {
  readonly status: ChangeStatus
  readonly effect: Effect | null
  readonly proposal: ProposalFact | null
  /** Whether the proposal waited before, so that this change did not write it. */
  readonly alreadyWaits?: boolean
  /** Null while the change waits. */
  readonly done: Done | null
}

@ObjectType('ProposalChange', { description: 'What became of a signature, or a refusal to sign.' })
export class ProposalOutcome implements ChangeOutcome<ProposalFact> {
  @Field(() => ChangeStatus, { description: 'What became of it.' })
  status!: ChangeStatus

  @Field(() => Effect, { nullable: true, description: 'What the change turned, if it applied.' })
  effect!: Effect | null

  @Field(() => Proposal, { nullable: true, description: 'The proposal as it now is.' })
  proposal!: ProposalFact | null

  done!: ProposalFact | null
}

/** The GraphQL type of what a mutation answers: `RolloutChange`, with the thing as `rollout`. */
export const changeOf = <Done extends object>(
  thing: ClassType<Done>,
  name: string,
  options: { list?: boolean } = {},
): ClassType<ChangeOutcome<Done | readonly Done[]>> => {
  const fieldName = name.charAt(0).toLowerCase() + name.slice(1) + (options.list ? 's' : '')

  @ObjectType(`${name}Change`, { description: 'What became of a change.' })
  class Outcome implements ChangeOutcome<Done | readonly Done[]> {
    @Field(() => ChangeStatus, { description: 'What became of it.' })
    status!: ChangeStatus

    @Field(() => Effect, { nullable: true, description: 'What it turns; null for a signature.' })
    effect!: Effect | null

    @Field(() => Proposal, { nullable: true, description: 'What waits, if it waits.' })
    proposal!: ProposalFact | null

    @Field(() => (options.list ? [thing] : thing), {
      name: fieldName,
      nullable: true,
      description: 'The thing as it now is; null while the change waits.',
    })
    done!: Done | readonly Done[] | null
  }
  return Outcome
}
