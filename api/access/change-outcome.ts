import { Field, ID, Int, ObjectType, type ClassType } from 'type-graphql'
import { CommandNames } from '../kernel/enums.js'
import type { CommandName } from '../kernel/mutations.js'
import { ChangeStatus } from '../kernel/vocabulary.js'

@ObjectType({ description: 'What a change turns, over all recorded dates.' })
export class Effect {
  @Field(() => Int, { description: 'Practices that turn from permit to refuse.' })
  refused!: number

  @Field(() => Int, { description: 'Practices that turn from refuse to permit.' })
  permitted!: number

  @Field(() => Int, { description: 'Practices that a suspension no longer holds.' })
  noLongerHeld!: number
}

@ObjectType({ description: 'A command that waits for signatures.' })
export class Proposal {
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Field(() => CommandNames, { description: 'The command that waits.' })
  command!: CommandName
}

/** What became of a change, and what its command's work answered. */
export interface ChangeOutcome<Done> {
  readonly status: ChangeStatus
  readonly effect: Effect | null
  readonly proposal: Proposal | null
  readonly done: Done
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

    @Field(() => Effect, { nullable: true, description: 'What it turns; null if not known.' })
    effect!: Effect | null

    @Field(() => Proposal, { nullable: true, description: 'What waits, if it waits.' })
    proposal!: Proposal | null

    @Field(() => (options.list ? [thing] : thing), {
      name: fieldName,
      nullable: true,
      description: 'The thing as it now is; null while the change waits.',
    })
    done!: Done | readonly Done[]
  }
  return Outcome
}
