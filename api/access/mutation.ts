import { Ctx, Mutation, Resolver, type ClassType } from 'type-graphql'
import { COMMANDS } from '../kernel/mutations.js'
import { InputArg, PreviewArg } from './args.js'
import type { ChangeOutcome } from './change-outcome.js'
import type { Command, WithReason } from './change.js'
import type { Context } from './context.js'

/** The mutation of a command: its name, its input, and `preview`, which every command takes. */
export const mutationOf = <Input extends WithReason, Done>(
  Outcome: ClassType,
  command: Command<Input, Done>,
  InputType: ClassType<Input>,
): ClassType => {
  @Resolver()
  class CommandResolver {
    @Mutation(() => Outcome, { name: command.name, description: COMMANDS[command.name].does })
    give(
      @InputArg(() => InputType) input: Input,
      @PreviewArg() preview: boolean,
      @Ctx() context: Context,
    ): Promise<ChangeOutcome<Done>> {
      return context.makeChange(command, input, { preview })
    }
  }
  return CommandResolver
}
