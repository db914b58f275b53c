import type { Actor } from './actor.js'

/**
 * An act is refused where it is suspended; a fact is kept, whatever it tells. What is internal is
 * no mutation: Holdfast gives it in the name of whoever reported something.
 */
type CommandKind = 'act' | 'fact' | 'record' | 'internal'

interface CommandRow {
  readonly roles: readonly Actor['role'][]
  readonly kind: CommandKind
  /** What it does, in a sentence: the mutation's description. */
  readonly does: string
}

/**
 * Who may give which command. A command that is missing here does not compile. `OPERATOR` is
 * whoever holds the database's keys: what only it may give is no mutation.
 */
export const COMMANDS = {
  openRegister: {
    roles: ['OPERATOR'],
    kind: 'record',
    does: 'Opens a register: says whether it is a demonstration.',
  },
  recordReferenceBodies: {
    roles: ['OPERATOR'],
    kind: 'record',
    does: 'Records the bodies that every register begins with.',
  },
  importOrganisations: {
    roles: ['OPERATOR', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Records practices as a published file states them.',
  },
  recordOrganisation: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Records an organisation, or its new name.',
  },
  recordRegion: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Records a region with its dated parents, or edits it as a whole.',
  },
  recordPractice: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Records a practice with all that is dated, or edits it as a whole.',
  },
  createProgramme: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Creates a programme, with its first terms.',
  },
  setProgramme: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Gives a programme new terms; earlier ones stay as they were.',
  },
  planRollout: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Plans a rollout; a plan starts nothing.',
  },
  startRollout: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Starts a planned rollout. Refused where a practice it covers is held.',
  },
  endRollout: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Ends a rollout, running or only planned.',
  },
  reclassifyRollout: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Moves a rollout to another wave, from now on.',
  },
  recordMailing: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records a mailing that patients received.',
  },
  recordFirstUploads: {
    roles: ['PARTNER', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Writes down that practices have uploaded, and so are live.',
  },
  reportUploads: {
    roles: ['PARTNER'],
    kind: 'fact',
    does: 'Reports what was uploaded. First uploads and breaches are found in it and kept.',
  },
  recordReportedUploads: {
    roles: ['PARTNER'],
    kind: 'internal',
    does: 'Writes down that practices are live, as their supplier reported.',
  },
  recordBreaches: {
    roles: ['PARTNER'],
    kind: 'internal',
    does: 'Writes down the breaches that were found in reports.',
  },
  imposeSuspension: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Imposes a suspension. It ends only when it is lifted.',
  },
  liftSuspension: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Lifts a suspension as a whole, from now on.',
  },
} as const satisfies Record<string, CommandRow>

export type CommandName = keyof typeof COMMANDS

/** The commands a role may give, in the table's order. */
export const commandsOf = (role: Actor['role']): CommandName[] =>
  (Object.keys(COMMANDS) as CommandName[]).filter(
    (name) => mayCommand(role, name) && !isInternal(name),
  )

/** Whether a command is given by Holdfast itself, and is no mutation. */
export const isInternal = (name: CommandName): boolean => {
  const { kind }: CommandRow = COMMANDS[name]
  return kind === 'internal'
}

export const mayCommand = (role: Actor['role'], name: CommandName): boolean => {
  const { roles }: CommandRow = COMMANDS[name]
  return roles.includes(role)
}
