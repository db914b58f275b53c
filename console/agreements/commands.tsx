import { RadioButtonGroupInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { choicesOf, ProgrammeInput } from '../shared/command/inputs.js'
import { sayPractice } from '../shared/PracticeLink.js'
import { MATTERS } from '../shared/say.js'
import type { Agreement } from './source.js'
import { sayParty } from './words.js'

const OUTCOME = graphql(
  `
    fragment AgreementOutcome on AgreementChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: agreement { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const record: Command<null> = {
  name: 'recordAgreement',
  title: 'Record an agreement',
  about:
    'A practice states this for itself, or the PCT that it belongs to states it for the ' +
    'practice. It can be withdrawn.',
  confirm: 'Record it now',
  done: 'The agreement is recorded.',
  document: graphql(
    `
      mutation RecordAgreement($input: RecordAgreementInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: recordAgreement(input: $input, preview: $preview) { ...AgreementOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: (_, { practice, matter }) => ({ programme: 'SCR', practice, matter }),
  Fields: () => (
    <>
      <TextInput source="practice" label="Practice, by code" validate={required()} />
      <RadioButtonGroupInput
        source="matter" label="What is stated" choices={choicesOf(MATTERS)} row={false}
        validate={required()}
      />
      <ProgrammeInput />
    </>
  ),
  inputOf: ({ programme, practice, matter, reason }) => ({
    programme, practice: String(practice).trim().toUpperCase(), matter, reason,
  }),
}

const withdraw: Command<Agreement> = {
  name: 'withdrawAgreement',
  title: 'Withdraw an agreement',
  about: 'It counts no more from now on. That it was given stays on record.',
  confirm: 'Withdraw it now',
  done: 'The agreement is withdrawn.',
  document: graphql(
    `
      mutation WithdrawAgreement($input: WithdrawAgreementInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: withdrawAgreement(input: $input, preview: $preview) { ...AgreementOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: ({ row }) => (
    <p>{`${sayParty(row)} stated for ${sayPractice(row)}: ${MATTERS[row.matter].toLowerCase()}.`}</p>
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

export const freshAgreements: Commands<null> = { record }
export const aboutAgreements: Commands<Agreement> = { withdraw }
