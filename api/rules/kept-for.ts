import type { Table } from '../register/facts.js'
import type { Register } from '../register/register.js'

interface Kept<Made> {
  readonly tokens: readonly object[]
  readonly made: Made
}

/**
 * Makes something of a programme's facts in some tables, and keeps it for as long as none of these
 * tables changes: a change to one kind of fact leaves what is made of the others as it was.
 */
export const keptFor = <Made>(
  [table, ...others]: readonly [Table, ...Table[]],
  make: (register: Register, programme: string) => Made,
): ((register: Register, programme: string) => Made) => {
  const kept = new WeakMap<object, Map<string, Kept<Made>>>()
  return (register, programme) => {
    const token = register.token(table)
    const tokens = others.map((each) => register.token(each))
    const byProgramme = kept.get(token) ?? new Map<string, Kept<Made>>()
    kept.set(token, byProgramme)
    const known = byProgramme.get(programme)
    if (known?.tokens.every((each, index) => each === tokens[index])) return known.made
    const made = make(register, programme)
    byProgramme.set(programme, { tokens, made })
    return made
  }
}
