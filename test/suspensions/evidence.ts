import { command } from '../../api/access/change.js'
import { changesFor } from '../../api/changes/make-change.js'
import { operator } from '../../api/kernel/actor.js'
import { dayOf } from '../../api/kernel/moment.js'
import type { Facts, Table } from '../../api/register/facts.js'
import type { World } from '../world/world.js'

interface PutInput {
  readonly reason: string
  readonly table: Table
  readonly fact: Facts[Table]
}

/** Under a name that the operator may use; it saves what a test needs recorded, as evidence. */
const put = command('openRegister', (change, { table, fact }: PutInput) => {
  change.vouchFor(dayOf(change.nowMs))
  return change.save(table, fact)
})

/** Saves a fact as it is, without the command that would record it. */
export const record = async <T extends Table>(
  world: World,
  table: T,
  fact: Omit<Facts[T], 'version'>,
): Promise<void> => {
  const input = { reason: 'So the test has it.', table, fact: fact as unknown as Facts[Table] }
  await changesFor(world.maker, operator('tests'))(put, input)
}
