import { registerEnumType } from 'type-graphql'
import {
  Activity, Audience, Basis, BreachKind, ChangeStatus, Classification, ConditionKind,
  DeliveryState, Ending, EventKind, Matter, Outcome, Party, ProposalState, ReasonCode, RegionKind,
  Role, Strength, TurnKind, Wording,
} from './vocabulary.js'
import { COMMANDS, type CommandName } from './mutations.js'

/** Gives the vocabularies to the schema, each value with its meaning. */
const register = <T extends string>(
  name: string,
  values: { readonly [V in T]: V },
  description: string,
  meanings: { readonly [V in T]: string },
): void => {
  const entries = Object.entries<string>(meanings).map(([value, text]) => [
    value,
    { description: text },
  ])
  const valuesConfig = Object.fromEntries(entries) as { [V in T]: { description: string } }
  registerEnumType(values, { name, description, valuesConfig })
}

register('Classification', Classification, 'The wave of a rollout.', {
  EARLY_ADOPTER: 'The first sites, from 2007.',
  FAST_FOLLOWER: 'The sites that followed them, from 2009.',
  ACCELERATED: 'Sites whose patients were informed early, with central money.',
  STANDARD: 'Every other site.',
})
register('Activity', Activity, 'What a programme does at a practice, and a suspension may hold.', {
  INFORM: 'Mail patients about the programme.',
  UPLOAD: 'Create records.',
  VIEW: 'Use records.',
  START: 'Begin a rollout.',
})
register('Strength', Strength, 'How strong a suspension is.', {
  BINDING: 'It refuses.',
  ADVISORY: 'It is shown, and refuses nothing.',
})
register('Ending', Ending, 'How a suspension ended.', {
  LIFTED: 'Its conditions were met.',
  REPLACED: 'Another took its place, with no moment between.',
  ANNULLED: 'It had been imposed in error.',
})
register('ProposalState', ProposalState, 'What became of a proposal.', {
  AWAITING: 'It waits for signatures.',
  APPLIED: 'All signed, and the change was made.',
  DECLINED: 'Somebody whose signature it needed declined.',
  WITHDRAWN: 'Whoever proposed it took it back.',
  VOID: 'All signed, but the change would have been another one by then.',
  LAPSED: 'It was not signed by all within 28 days.',
})
register('TurnKind', TurnKind, 'How a change turns a practice.', {
  PERMITTED: 'From refuse to permit.',
  REFUSED: 'From permit to refuse.',
  NO_LONGER_HELD: 'A suspension that held it no longer does, whatever else may refuse.',
  HELD_BY_NONE: 'It was held, and no suspension at all holds it any more.',
  HELD_ALONE: 'Something else refused it; now nothing does but suspensions.',
  CONDITION_MET: 'A suspension that releases still holds it, and waits for less.',
})
register('Audience', Audience, 'Who is asked by a consultation.', {
  PRACTICES: 'The practices.',
  PATIENTS: 'The patients.',
})
register('Party', Party, 'Who may agree for a practice.', {
  PRACTICE: 'The practice itself.',
  PCT: 'The PCT it belongs to.',
})
register('Matter', Matter, 'What is agreed for a practice.', {
  INFORMED: 'Its patients are informed.',
  ABLE_TO_OPT_OUT: 'Its patients are able to opt out.',
})
register('ConditionKind', ConditionKind, 'What a condition asks for.', {
  CONSULTATION_OPENED: 'A consultation of the audience was opened.',
  CONSULTATION_CONCLUDED: 'A consultation of the audience was concluded.',
  NOTICE: 'Patients were mailed, and so many days have passed since.',
  AGREEMENT: 'The party agreed in the matter.',
  SIGN_OFF: 'The organisation signed.',
})
register('Wording', Wording, 'Whose words an assurance is in.', {
  VERBATIM: 'In the words of those who gave it.',
  AS_REPORTED: 'As somebody reported it.',
})
register('RegionKind', RegionKind, 'What kind of body a region is.', {
  COUNTRY: 'The whole country.',
  SHA: 'A Strategic Health Authority.',
  PCT: 'A Primary Care Trust or Care Trust.',
  OTHER: 'A body that is known only as the parent of a practice.',
})
register('BreachKind', BreachKind, 'What a breach was.', {
  UPLOAD: 'An upload.',
  MAILING: 'A mailing that patients received.',
  CONSULTATION: 'A consultation that was opened.',
  PURDAH: 'A statement in a pre-election period.',
})
register('Outcome', Outcome, 'The answer of a ruling.', {
  PERMIT: 'It may, with the obligations listed.',
  REFUSE: 'It may not, for the reasons listed.',
})
register('Basis', Basis, 'What a ruling may be used for.', {
  LIVE: 'Asked about now: a permit is a permission until `validUntil`.',
  HYPOTHETICAL: 'Asked about a named moment: never a permission.',
})
register('ReasonCode', ReasonCode, 'Why a ruling refuses, in the order in which reasons come.', {
  REGISTER_STALE: 'This process has not confirmed the head of the ledger for two seconds.',
  PRACTICE_UNKNOWN: 'The register has no such practice, or not for this caller.',
  PRACTICE_NOT_OPEN: 'The practice is not open, or in no region, at that moment.',
  NO_ROLLOUT: 'No rollout of the programme covers the practice.',
  ROLLOUT_NOT_STARTED: 'A governing rollout is only planned.',
  ROLLOUT_ENDED: 'A governing rollout is over.',
  SUSPENDED: 'A binding suspension holds the practice.',
  NOTICE_TOO_SHORT: 'Its patients have not had the notice of the programme.',
})
register('Role', Role, 'What a token makes of its bearer.', {
  PARTNER: 'The system of a supplier.',
  PRACTICE: 'Somebody of a practice.',
  REGIONAL_LEAD: 'Somebody who leads the programme in a region.',
  LIAISON: 'Somebody of a professional body, such as BMA/GPC.',
  PROGRAMME_ADMIN: 'Somebody of the department that runs the programme.',
  AUDITOR: 'Somebody who reads everything and changes nothing.',
})
register('ChangeStatus', ChangeStatus, 'What became of a change.', {
  APPLIED: 'It holds from now on.',
  AWAITING_SIGNATURES: 'It waits for the signatures of others.',
  PREVIEW: 'Nothing was changed: this is what it would come to.',
})
register('EventKind', EventKind, 'What a webhook can be told of, as it happens.', {
  RULINGS_CHANGED: '`rulings.changed`: practices turned from permit to refuse, or back.',
  SUSPENSION_IMPOSED: '`suspension.imposed`: a suspension that takes in practices you may see.',
  SUSPENSION_ENDED: '`suspension.ended`: such a suspension was lifted, replaced or annulled.',
  PROPOSAL_AWAITS_SIGNATURE: '`proposal.awaits-signature`: a proposal asks for your signature.',
  PROPOSAL_LAPSES_SOON: '`proposal.lapses-soon`: it still does, and lapses within seven days.',
  BREACH_RECORDED: '`breach.recorded`: a breach that you may see was found.',
})
register('DeliveryState', DeliveryState, 'What became of telling a webhook of an event.', {
  WAITING: 'It is to be tried, or to be tried again.',
  DELIVERED: 'The webhook answered with a status from 200 to 299.',
  DEAD: 'It was tried for three days in vain. It is sent again where a replay asks for it.',
})

const CommandNames = Object.fromEntries(
  Object.keys(COMMANDS).map((name) => [name, name]),
) as { readonly [N in CommandName]: N }
const doings = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, { does }]) => [name, does]),
) as { readonly [N in CommandName]: string }
register('CommandName', CommandNames, 'A command, by its mutation.', doings)
export { CommandNames }
