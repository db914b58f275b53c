import type { Actor } from '../kernel/actor.js'
import type { Day, Moment } from '../kernel/moment.js'
import type { CommandName } from '../kernel/mutations.js'
import { invariant } from '../kernel/invariant.js'
import { Refusal } from '../kernel/refusal.js'
import type { Facts, Table } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { sayThing } from '../rules/say.js'
import type { ChangeOutcome } from './change-outcome.js'

/** A fact as a command states it: the change counts its versions. */
export type Stated<T extends Table> = Omit<Facts[T], 'version'>

/** The tables whose rows are numbered. */
export type NumberedTable =
  | 'rollout' | 'mailing' | 'suspension' | 'consultation' | 'agreement' | 'signoff'
  | 'dispensation' | 'assurance' | 'breach' | 'proposal'

/** What a command's work may see and do: the register as it stands, and saving facts. */
export interface Change {
  readonly actor: Actor
  readonly now: Moment
  readonly nowMs: number
  /** The register with what this change has saved so far. */
  readonly register: Register
  /** A new id of that table, never used before: R-7, S-2. */
  newId(table: NumberedTable): string
  /**
   * Says that the change is evidence of a day, told by the party that a rule or a condition names.
   * New evidence releases what the terms promised, and needs no signature.
   */
  vouchFor(day: Day): void
  /**
   * Says that the change is ordinary evidence of a day, told by another than that party. New, it
   * meets a condition without a signature, and never releases by itself.
   */
  tellOf(day: Day): void
  /** Says that the signatories of a suspension have to sign, whatever the change turns. */
  needSignatoriesOf(suspension: string): void
  /** Says that the caller takes back what it imposed on itself, or advised: it alone may. */
  takeBackOwn(): void
  /** Adds or replaces a fact; answers it as the register holds it. */
  save<T extends Table>(table: T, fact: Stated<T>): Facts[T]
}

/** Every command's input says why. */
export interface WithReason {
  readonly reason: string
}

/**
 * A command: its name, and the work it does with an input. The work reads nothing but its two
 * arguments, so that it can run again later; it throws a `Refusal` for what the programme refuses.
 */
export interface Command<Input extends WithReason, Done> {
  readonly name: CommandName
  readonly work: (change: Change, input: Input) => Done
  /** Parts an input: what concerns none of some practices, and what does. */
  readonly part?: (input: Input, practices: ReadonlySet<string>) => Parted<Input>
}

export interface Parted<Input> {
  readonly rest: Input
  readonly waiting: Input
}

const commands = new Map<CommandName, Command<WithReason, unknown>>()

/** The command of a name: what waits for signatures is kept by its name, and run again. */
export const commandNamed = (name: CommandName): Command<WithReason, unknown> => {
  const found = commands.get(name)
  invariant(found, `there is no command ${name} here`)
  return found
}

export const command = <Input extends WithReason, Done>(
  name: CommandName,
  work: (change: Change, input: Input) => Done,
  part?: Command<Input, Done>['part'],
): Command<Input, Done> => {
  const made = part ? { name, work, part } : { name, work }
  commands.set(name, made as unknown as Command<WithReason, unknown>)
  return made
}

/** Makes a change, whole or not at all, or only tells what it would turn. */
export type MakeChange = <Input extends WithReason, Done>(
  command: Command<Input, Done>,
  input: Input,
  options?: { readonly preview: boolean },
) => Promise<ChangeOutcome<Done>>

/** The refusal of a key that nothing has, with the field of the input it stands in where told. */
export const notFound = (table: Table, key: string, field?: string): Refusal =>
  new Refusal('NOT_FOUND', `There is no ${sayThing(table, key)}.`, {
    table, key, ...(field !== undefined && { field }),
  })

/** The fact with that key, or a refusal that names what is unknown, and where it stands. */
export const mustFind = <T extends Table>(
  register: Register,
  table: T,
  key: string,
  field?: string,
): Facts[T] => {
  const fact = register.get(table, key)
  if (fact) return fact
  throw notFound(table, key, field)
}

/** The fact to edit, if it is still at the version the edit was based on. */
export const mustBeAt = <T extends Table>(
  register: Register,
  table: T,
  key: string,
  version: number,
): Facts[T] => {
  const fact = mustFind(register, table, key)
  if (fact.version === version) return fact
  throw new Refusal(
    'STALE_VERSION',
    `The ${sayThing(table, key)} is at version ${fact.version}; the edit was based on ${version}. ` +
      'Read it again and repeat the edit.',
    { table, key, version: fact.version },
  )
}
