import type { JWTPayload } from 'jose'
import type { Actor } from '../kernel/actor.js'
import { isText } from './claims.js'

// Beside the actor, and not in it: an actor is written down with what it does, a name never is.
const names = new WeakMap<Actor, string>()

/** Notes what a token calls its bearer, in the claim that OpenID has for it. */
export const noteName = (actor: Actor, { name }: JWTPayload): void => {
  if (isText(name)) names.set(actor, name)
}

/** What the token of an actor calls its bearer; null where it says nothing that is a name. */
export const nameOf = (actor: Actor): string | null => names.get(actor) ?? null
