import type { Actor } from './actor.js'

/**
 * An act is refused where it is suspended; a fact is kept, whatever it tells. What is internal is
 * no mutation: Holdfast gives it in the name of whoever reported something. What is a client's own
 * turns nothing, goes through no gate and is not in the ledger.
 */
type CommandKind = 'act' | 'fact' | 'record' | 'internal' | 'own'

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
  recordConfiguration: {
    roles: ['OPERATOR'],
    kind: 'record',
    does: 'Enters whose tokens count, where a start found it changed.',
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
  setPurdah: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Enters a pre-election period in the calendar, or edits it as a whole.',
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
  fundRollout: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Records the money for a rollout, in place of what was recorded before.',
  },
  planMailing: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Plans a mailing. Refused where it is held, or falls into purdah without exemption.',
  },
  recordMailing: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records a mailing that patients received.',
  },
  voidMailing: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Says that a mailing was recorded in error; it counts no more.',
  },
  openConsultation: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Opens a consultation. Refused in purdah without exemption, or of patients where held.',
  },
  recordConsultation: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records a consultation that was opened. Kept, and a breach where it was not to be.',
  },
  recordResponses: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records how many have answered a consultation so far.',
  },
  extendConsultation: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Gives an open consultation a later closing day.',
  },
  concludeConsultation: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records the outcome of a consultation that has closed, with its evidence.',
  },
  recordAgreement: {
    roles: ['PRACTICE', 'REGIONAL_LEAD'],
    kind: 'fact',
    does: 'Records that a practice, or the PCT it belongs to, agrees for the practice.',
  },
  withdrawAgreement: {
    roles: ['PRACTICE', 'REGIONAL_LEAD'],
    kind: 'record',
    does: 'Withdraws an agreement. Only whoever gave it may.',
  },
  recordFirstUploads: {
    roles: ['PROGRAMME_ADMIN'],
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
    roles: ['PRACTICE', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Imposes a suspension: of LIAISON advice, of a practice more time for itself.',
  },
  liftSuspension: {
    roles: ['PRACTICE', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Lifts a suspension as a whole, from now on. Refused while a condition is unmet.',
  },
  replaceSuspension: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Ends a suspension and imposes another in its place, with no moment between.',
  },
  annulSuspension: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Ends a suspension that was imposed in error. The reason is published.',
  },
  requestDispensation: {
    roles: ['REGIONAL_LEAD'],
    kind: 'record',
    does: 'Asks for an exception from a suspension, for a time.',
  },
  decideDispensation: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Grants or refuses an exception that was asked for.',
  },
  endDispensation: {
    roles: ['REGIONAL_LEAD', 'PROGRAMME_ADMIN'],
    kind: 'act',
    does: 'Ends an exception early.',
  },
  recordSignOff: {
    roles: ['LIAISON'],
    kind: 'fact',
    does: 'Signs that a condition of a suspension is met, everywhere or where it is named.',
  },
  withdrawSignOff: {
    roles: ['LIAISON'],
    kind: 'fact',
    does: 'Withdraws a sign-off: from now on it meets no condition.',
  },
  signProposal: {
    roles: ['REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Signs a proposal. With the last signature it asks for, its command is given.',
  },
  declineProposal: {
    roles: ['REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Declines to sign a proposal, which ends it.',
  },
  withdrawProposal: {
    roles: ['PARTNER', 'PRACTICE', 'REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Takes back one’s own proposal.',
  },
  recordAssurance: {
    roles: ['LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does: 'Records what was assured. It is kept as it was said; nothing overwrites it.',
  },
  supersedeAssurance: {
    roles: ['LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'fact',
    does:
      'Records an assurance in the place of an earlier one, which it reaffirms or corrects. ' +
      'It touches no suspension.',
  },
  withdrawAssurance: {
    roles: ['PROGRAMME_ADMIN'],
    kind: 'record',
    does: 'Marks an assurance as withdrawn. It lifts no suspension and takes no signatory away.',
  },
  registerWebhook: {
    roles: ['PARTNER', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'own',
    does: 'Registers an address that is told of events as they happen. Answers its secret, once.',
  },
  removeWebhook: {
    roles: ['PARTNER', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'own',
    does: 'Removes a webhook: it is told nothing more, and what waits for it is not sent.',
  },
  replayWebhook: {
    roles: ['PARTNER', 'LIAISON', 'PROGRAMME_ADMIN'],
    kind: 'own',
    does: 'Sends a webhook all events of a range of the ledger again, under their earlier ids.',
  },
  acknowledgeSuspension: {
    roles: ['PARTNER'],
    kind: 'own',
    does: 'Says that a supplier has taken note of a suspension, and acts on it.',
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

/** Whether a command is a client's own affair, and no change of what is governed. */
export const isOwnAffair = (name: CommandName): boolean => {
  const { kind }: CommandRow = COMMANDS[name]
  return kind === 'own'
}

export const mayCommand = (role: Actor['role'], name: CommandName): boolean => {
  const { roles }: CommandRow = COMMANDS[name]
  return roles.includes(role)
}
