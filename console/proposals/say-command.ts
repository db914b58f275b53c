import { sayCode, sayCommand } from '../shared/say.js'
import { sentence, type Mention, type Sentence } from '../shared/Sentence.js'
import { sayDay, sayHowMany, sayMoment } from '../shared/when.js'
import type { WaitingCommand, WaitingInputs } from './waiting-command.js'

const it = (id: string): Mention => ({ thing: id })
const region = (code: string): Mention => it(`Region:${code}`)
const practice = (code: string): Mention => it(`Practice:${code}`)
const programme = (code: string): Mention => it(`Programme:${code}`)

const wave = (classification: string): string => sayCode(classification).toLowerCase()

const only = (practices: readonly string[] | null | undefined): string =>
  practices ? `, for ${sayHowMany(practices.length, 'named practice')}` : ''

const packs = (count: number): string => sayHowMany(count, 'pack')

const newOr = (version: number | null | undefined): string => (version ? 'Edit' : 'Record')

/** What each command would do, in the imperative. */
const SENTENCES: { readonly [Name in WaitingCommand]: (input: WaitingInputs[Name]) => Sentence } = {
  importOrganisations: ({ practices }) =>
    sentence`Import ${sayHowMany(practices.length, 'practice')} from a published file`,
  recordOrganisation: ({ code, name, version }) => sentence`${newOr(version)} the organisation ${name} (${code})`,
  recordRegion: ({ code, name, version }) => sentence`${newOr(version)} the region ${name} (${code})`,
  recordPractice: ({ odsCode, name, version }) => sentence`${newOr(version)} the practice ${name} (${odsCode})`,
  createProgramme: ({ code, name }) => sentence`Create the programme ${name} (${code})`,
  setProgramme: ({ code }) => sentence`Give new terms to ${programme(code)}`,
  setPurdah: ({ name, version }) => sentence`${newOr(version)} the period of purdah ${name}`,

  planRollout: ({ region: code, classification, practices }) =>
    sentence`Plan a rollout in ${region(code)}, ${wave(classification)}${only(practices)}`,
  startRollout: ({ id }) => sentence`Start ${it(id)}`,
  endRollout: ({ id }) => sentence`End ${it(id)}`,
  reclassifyRollout: ({ id, classification }) =>
    sentence`Reclassify ${it(id)}, to ${wave(classification)}`,
  fundRollout: ({ id, payer }) => sentence`Record funding of ${it(id)} by ${payer}`,

  planMailing: ({ region: code, packs: count, plannedFor }) =>
    sentence`Plan a mailing of ${packs(count)} in ${region(code)} for ${sayDay(plannedFor)}`,
  recordMailing: ({ region: code, packs: count, lastReceivedOn }) =>
    sentence`Record a mailing of ${packs(count)} in ${region(code)}, received by ${sayDay(lastReceivedOn)}`,
  voidMailing: ({ id }) => sentence`Void ${it(id)}`,

  openConsultation: ({ title, audience }) =>
    sentence`Open the consultation “${title}” of ${wave(audience)}`,
  recordConsultation: ({ title, openedAt }) =>
    sentence`Record the consultation “${title}”, opened on ${sayMoment(openedAt)}`,
  recordResponses: ({ id, responses }) =>
    sentence`Record ${sayHowMany(responses, 'response')} to ${it(id)}`,
  extendConsultation: ({ id, closesOn }) => sentence`Extend ${it(id)} until ${sayDay(closesOn)}`,
  concludeConsultation: ({ id }) => sentence`Conclude ${it(id)}`,
  recordAgreement: ({ practice: code, matter }) =>
    sentence`Record that ${practice(code)} agrees: patients are ${wave(matter)}`,
  withdrawAgreement: ({ id }) => sentence`Withdraw the agreement ${it(id)}`,
  recordFirstUploads: ({ practices, at }) =>
    sentence`Record the first uploads of ${sayHowMany(practices.length, 'practice')} on ${sayMoment(at)}`,

  imposeSuspension: ({ programme: code, strength }) =>
    sentence`Impose ${strength === 'BINDING' ? 'a binding' : 'an advisory'} suspension in ${programme(code)}`,
  liftSuspension: ({ id }) => sentence`Lift ${it(id)}`,
  replaceSuspension: ({ id }) => sentence`Replace ${it(id)}`,
  annulSuspension: ({ id }) => sentence`Annul ${it(id)}`,
  requestDispensation: ({ suspension }) => sentence`Ask for a dispensation from ${it(suspension)}`,
  decideDispensation: ({ id, granted }) =>
    sentence`${granted ? 'Grant' : 'Refuse'} the dispensation ${it(id)}`,
  endDispensation: ({ id }) => sentence`End the dispensation ${it(id)}`,
  recordSignOff: ({ suspension }) => sentence`Sign off a condition of ${it(suspension)}`,
  withdrawSignOff: ({ id }) => sentence`Withdraw the sign-off ${it(id)}`,

  recordAssurance: ({ givenOn }) => sentence`Record the assurance of ${sayDay(givenOn)}`,
  supersedeAssurance: ({ id, givenOn }) =>
    sentence`Supersede ${it(id)} by the assurance of ${sayDay(givenOn)}`,
  withdrawAssurance: ({ id }) => sentence`Withdraw the assurance ${it(id)}`,
}

/** What a proposal would do, in words: "Reclassify R-13, South West Essex, to early adopter". */
export const sayProposed = ({ command, input }: { command: string; input: unknown }): Sentence => {
  const said = (SENTENCES as Readonly<Record<string, ((input: never) => Sentence) | undefined>>)[
    command
  ]
  return said ? said(input as never) : [sayCommand(command)]
}
