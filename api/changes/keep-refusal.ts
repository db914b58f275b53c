import type { DataSource } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import { dayOf, toMs, type Moment } from '../kernel/moment.js'
import type { CommandName } from '../kernel/mutations.js'
import type { Refusal } from '../kernel/refusal.js'
import { asSound, holdsSoundText } from '../kernel/text.js'
import { RefusedAttempt } from './refused-attempt.entity.js'

/** What was attempted: by whom, with what, when. */
export interface Attempt {
  readonly actor: Actor | null
  readonly command: CommandName
  readonly input: unknown
  readonly at: Moment
}

const INPUT_CHARACTERS_MAX = 20_000

/** What was asked for; where it is a whole import, or no database holds it, how much it was. */
const keepable = (input: unknown): object => {
  const characters = JSON.stringify(input).length
  const kept = characters <= INPUT_CHARACTERS_MAX && holdsSoundText(input)
  return kept ? (input as object) : { characters }
}

const countAnonymous = async (database: DataSource, { command, at }: Attempt): Promise<void> => {
  await database.query(
    `INSERT INTO anonymous_refusal AS kept (day, command, refused) VALUES ($1, $2, 1)
     ON CONFLICT (day, command) DO UPDATE SET refused = kept.refused + 1`,
    [dayOf(toMs(at)), command],
  )
}

/** Keeps a refused attempt; one without a token is only counted. */
export const keepRefusal = async (
  database: DataSource,
  attempt: Attempt,
  { code, message }: Refusal,
): Promise<void> => {
  const { actor, command, at } = attempt
  if (!actor) return countAnonymous(database, attempt)
  const { issuer, subject, organisation, role } = actor
  const input = keepable(attempt.input)
  const who = { issuer, subject, organisation, role }
  // A refusal may repeat what it could not find, and that may be a text which no database holds.
  const kept = { at, ...who, command, input, code, message: asSound(message) }
  await database.getRepository(RefusedAttempt).insert(kept)
}
