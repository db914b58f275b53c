import { Refusal } from '../kernel/refusal.js'
import type { Table } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { sayThing } from '../rules/say.js'
import { mustBeAt } from './change.js'

/** With a version: the thing must be at it. Without: there must be no such thing yet. */
export const refuseUnlessVersion = (
  register: Register,
  table: Table,
  key: string,
  version: number | null | undefined,
): void => {
  if (version !== null && version !== undefined) {
    mustBeAt(register, table, key, version)
    return
  }
  const known = register.get(table, key)
  if (!known) return
  throw new Refusal(
    'ALREADY_EXISTS',
    `The ${sayThing(table, key)} is there already. To edit it, name its version, ${known.version}.`,
    { table, key, version: known.version },
  )
}
