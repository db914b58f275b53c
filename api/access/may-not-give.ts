import type { Actor } from '../kernel/actor.js'
import type { CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { sayCode } from '../kernel/say-code.js'

/** The refusal of a command that is not for somebody's role. */
export const mayNotGive = ({ role }: Actor, name: CommandName): Refusal =>
  new Refusal(
    'FORBIDDEN',
    `The role ${sayCode(role)} may not give the command “${sayCode(name)}”.`,
  )
