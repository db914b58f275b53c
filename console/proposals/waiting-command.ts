import type { InputOf } from '../graphql/tada.js'
import type { CommandName } from '../providers/viewer.js'

/** What never waits: it is about proposals, turns nothing, or is given by Holdfast itself. */
type NeverWaits =
  | 'signProposal' | 'declineProposal' | 'withdrawProposal'
  | 'registerWebhook' | 'removeWebhook' | 'replayWebhook' | 'acknowledgeSuspension'
  | 'reportUploads' | 'recordReportedUploads' | 'recordBreaches'
  | 'openRegister' | 'recordConfiguration' | 'recordReferenceBodies'

/** The commands that may wait for signatures. */
export type WaitingCommand = Exclude<CommandName, NeverWaits>

/** What an import of a published file is told; it is given from a terminal, by no mutation. */
interface ImportOrganisationsInput {
  readonly practices: readonly { readonly odsCode: string; readonly name: string }[]
}

type Mutation = Exclude<WaitingCommand, 'importOrganisations'>

/** Inputs that are not named for their command, as several take the same. */
interface SharedInputs {
  startRollout: 'RolloutVersionInput'
  endRollout: 'RolloutVersionInput'
}

type InputName<Name extends Mutation> = Name extends keyof SharedInputs
  ? SharedInputs[Name]
  : `${Capitalize<Name>}Input`

/** The input of each command that may wait. */
export type WaitingInputs = {
  readonly [Name in Mutation]: InputOf<InputName<Name>>
} & { readonly importOrganisations: ImportOrganisationsInput }
