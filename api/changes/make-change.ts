import { randomUUID } from 'node:crypto'
import type { DataSource, EntityManager } from 'typeorm'
import type { ChangeOutcome } from '../access/change-outcome.js'
import type { Command, WithReason } from '../access/change.js'
import type { Repeatable } from '../access/context.js'
import { mayNotGive } from '../access/may-not-give.js'
import { refuseUnsoundText } from '../access/sound-text.js'
import type { Actor } from '../kernel/actor.js'
import type { Clock } from '../kernel/clock.js'
import { toMoment, toMs } from '../kernel/moment.js'
import { isInternal, mayCommand, type CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { sayCode } from '../kernel/say-code.js'
import { append } from '../ledger/append.js'
import { LEDGER_CHANNEL, type Follower } from '../register/follower.js'
import { catchUp } from '../register/fold.js'
import { TABLES, type Facts, type Table } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { actOnce } from './act-once.js'
import { busy, CHANGE_WAITS_MS, ChangeQueue } from './change-queue.js'
import { carryOut, type Writing } from './carry-out.js'
import type { SavedFact } from './open-change.js'
import { keepRefusal } from './keep-refusal.js'
import { keepForTelling } from './outbox.js'
import { PreviewQueue } from './preview-queue.js'
import { writeRows } from './write-rows.js'

/** What changes are made with: one for each process. */
export interface ChangeMaker {
  readonly database: DataSource
  readonly follower: Follower
  readonly clock: Clock
}

/** One for all changes of all processes on a database: whoever holds it alone decides. */
export const GOVERNANCE_LOCK = 0x486f6c64
const LOCK_NOT_AVAILABLE = '55P03'

const refuseUnlessAllowed = (actor: Actor | null, name: CommandName): Actor => {
  if (!actor) {
    throw new Refusal(
      'UNAUTHENTICATED',
      `The command “${sayCode(name)}” needs a bearer token; the request brought none.`,
    )
  }
  if (mayCommand(actor.role, name)) return actor
  throw mayNotGive(actor, name)
}

const takeLock = async (manager: EntityManager): Promise<void> => {
  try {
    // The lock comes before any read: taken later, two changes could decide on one stale fact.
    await manager.query(`SET LOCAL lock_timeout = ${CHANGE_WAITS_MS}`)
    await manager.query('SELECT pg_advisory_xact_lock($1)', [GOVERNANCE_LOCK])
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    throw busy()
  }
}

const isOf =
  <T extends Table>(table: T) =>
  (fact: SavedFact): fact is SavedFact<T> =>
    fact.table === table

/** The last state of each row of a table that a change saved. */
const rowsOf = <T extends Table>(saved: readonly SavedFact[], table: T): Facts[T][] => [
  ...new Map(saved.filter(isOf(table)).map(({ key, after }) => [key, after])).values(),
]

/** Writes what commands saved: rows and entries together, in the change's transaction. */
const flush = async (
  manager: EntityManager,
  from: Register,
  writings: readonly Writing[],
): Promise<Register> => {
  const all = writings.flatMap(({ open }) => open.saved)
  const last = writings.at(-1)
  if (!last || all.length === 0) return from
  for (const table of TABLES) await writeRows(manager, table, rowsOf(all, table))
  const id = randomUUID()
  let { head } = from
  for (const { open, command, reason } of writings) {
    const { issuer, subject, organisation } = open.change.actor
    const header = { at: open.change.now, change: id, issuer, subject, organisation }
    const bodies = open.saved.map(({ table, key, before, after }) => ({
      table, key, before, after, reason,
    }))
    head = await append(manager, head, { ...header, kind: command }, bodies)
  }
  const { register } = last.open.change
  register.advance(head)
  const turns = writings.flatMap((writing) => writing.turns ?? [])
  await keepForTelling(manager, from.head.sequence + 1, head, turns)
  await manager.query('SELECT pg_notify($1, $2)', [LEDGER_CHANNEL, String(head.sequence)])
  return register
}

const latestOf = async (manager: EntityManager, follower: Follower): Promise<Register> =>
  catchUp((sql, parameters) => manager.query(sql, [...parameters]), follower.current)

/** Whose change it is, and of which request, where that may come again. */
interface Caller {
  readonly actor: Actor
  readonly repeatable: Repeatable | null
}

/**
 * Makes a change: permission, lock, work on the newest register, then rows, entries and commit.
 * The order is DESIGN's; nothing is written before the work has ended, and nothing is seen by
 * anybody before the commit.
 */
const changeOnce = async <Input extends WithReason, Done>(
  { database, follower, clock }: ChangeMaker,
  { actor, repeatable }: Caller,
  command: Command<Input, Done>,
  input: Input,
): Promise<ChangeOutcome<Done>> => {
  const { outcome, register } = await database.transaction('READ COMMITTED', async (manager) => {
    await takeLock(manager)
    const latest = await latestOf(manager, follower)
    // Entry times never go back, whatever the machines' clocks do.
    const nowMs = Math.max(clock.nowMs(), toMs(latest.head.at))
    // A request that has acted does not act again, whichever process it comes to.
    if (repeatable) await actOnce(manager, { actor, repeatable }, nowMs)
    const standing = { actor, nowMs, register: latest }
    const { writings, outcome: told } = await carryOut(standing, command, input)
    return { outcome: told, register: await flush(manager, latest, writings) }
  })
  follower.publish(register)
  if (repeatable) repeatable.acted = 'NOW'
  return outcome
}

/** What a change would come to, on the register as it is known here; it takes no lock. */
const previewOf = async <Input extends WithReason, Done>(
  { follower, clock }: ChangeMaker,
  actor: Actor,
  command: Command<Input, Done>,
  input: Input,
): Promise<ChangeOutcome<Done>> => {
  const register = follower.current
  const nowMs = Math.max(clock.nowMs(), toMs(register.head.at))
  const { outcome, worked } = await carryOut({ actor, nowMs, register }, command, input)
  return { ...outcome, status: 'PREVIEW', done: worked }
}

/** What must not wait behind anybody's other changes. */
const URGENT: readonly CommandName[] = ['imposeSuspension']

/** What a process has one of for each database. */
const oneForEach = <One>(make: () => One): ((database: DataSource) => One) => {
  const made = new WeakMap<DataSource, { readonly one: One }>()
  return (database) => {
    const known = made.get(database) ?? { one: make() }
    made.set(database, known)
    return known.one
  }
}

/** The queue of a process's changes to one database. */
const queueOf = oneForEach(() => new ChangeQueue())
/** That of its previews. */
const previewsOf = oneForEach(() => new PreviewQueue())

/** Makes changes for one caller, and keeps the attempts that are refused. */
export const changesFor =
  (maker: ChangeMaker, actor: Actor | null, repeatable: Repeatable | null = null) =>
  async <Input extends WithReason, Done>(
    command: Command<Input, Done>,
    input: Input,
    { preview } = { preview: false },
  ): Promise<ChangeOutcome<Done>> => {
    try {
      const allowed = refuseUnlessAllowed(actor, command.name)
      refuseUnsoundText(input)
      if (preview) {
        const { issuer, subject } = allowed
        const look = () => previewOf(maker, allowed, command, input)
        return await previewsOf(maker.database).run(`${issuer}\n${subject}`, look)
      }
      // What follows from reports has their own request to go by.
      const named = isInternal(command.name) ? null : repeatable
      const turn = () => changeOnce(maker, { actor: allowed, repeatable: named }, command, input)
      return await queueOf(maker.database).run(turn, URGENT.includes(command.name))
    } catch (error) {
      if (error instanceof Refusal && !preview && error.code !== 'ANSWER_LOST') {
        const at = toMoment(maker.clock.nowMs())
        await keepRefusal(maker.database, { actor, command: command.name, input, at }, error)
      }
      throw error
    }
  }
