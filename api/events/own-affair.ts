import { mustBeKnown, type Context } from '../access/context.js'
import { mayNotGive } from '../access/may-not-give.js'
import type { Actor } from '../kernel/actor.js'
import { mayCommand, type CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'

/** Does what a client asks for itself alone. What is refused is kept, as refused changes are. */
export const ownAffair = async <Done>(
  context: Context,
  name: CommandName,
  input: unknown,
  work: (actor: Actor) => Promise<Done>,
): Promise<Done> => {
  try {
    const actor = mustBeKnown(context)
    if (mayCommand(actor.role, name)) return await work(actor)
    throw mayNotGive(actor, name)
  } catch (error) {
    if (error instanceof Refusal) await context.keepRefusal(name, input, error)
    throw error
  }
}
