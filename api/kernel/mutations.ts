import type { Actor } from './actor.js'

/** An act is refused where it is suspended; a fact is kept, whatever it tells. */
type CommandKind = 'act' | 'fact' | 'record'

interface CommandRow {
  readonly roles: readonly Actor['role'][]
  readonly kind: CommandKind
}

/**
 * Who may give which command. A command that is missing here does not compile. `OPERATOR` is
 * whoever holds the database's keys: what only it may give is no mutation.
 */
export const COMMANDS = {
  openRegister: { roles: ['OPERATOR'], kind: 'record' },
  recordReferenceBodies: { roles: ['OPERATOR'], kind: 'record' },
  importOrganisations: { roles: ['OPERATOR', 'PROGRAMME_ADMIN'], kind: 'record' },
  recordOrganisation: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  recordRegion: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  recordPractice: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  createProgramme: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  setProgramme: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  planRollout: { roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'], kind: 'record' },
  startRollout: { roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'], kind: 'act' },
  endRollout: { roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'], kind: 'act' },
  reclassifyRollout: { roles: ['PROGRAMME_ADMIN'], kind: 'record' },
  recordMailing: { roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'], kind: 'fact' },
  recordFirstUploads: { roles: ['PARTNER', 'PROGRAMME_ADMIN'], kind: 'fact' },
  imposeSuspension: { roles: ['PROGRAMME_ADMIN'], kind: 'act' },
  liftSuspension: { roles: ['PROGRAMME_ADMIN'], kind: 'act' },
} as const satisfies Record<string, CommandRow>

export type CommandName = keyof typeof COMMANDS

/** The commands a role may give, in the table's order. */
export const commandsOf = (role: Actor['role']): CommandName[] =>
  (Object.keys(COMMANDS) as CommandName[]).filter((name) => mayCommand(role, name))

export const mayCommand = (role: Actor['role'], name: CommandName): boolean => {
  const { roles }: CommandRow = COMMANDS[name]
  return roles.includes(role)
}
