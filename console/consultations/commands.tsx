import { NumberInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { DocumentInput, documentOf } from '../shared/command/DocumentInput.js'
import { momentOf } from '../shared/command/inputs.js'
import { sayDay, sayHowMany } from '../shared/when.js'
import { askedOf, AskedInputs, beginsIn, ClosesOnInput, ExceptionInputs } from './inputs.js'
import type { Consultation } from './source.js'
import { MomentInput } from '../shared/command/WhenInputs.js'

const OUTCOME = graphql(
  `
    fragment ConsultationOutcome on ConsultationChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: consultation { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const open: Command<null> = {
  name: 'openConsultation',
  title: 'Open a consultation',
  about: 'It opens now. A consultation lasts 84 days or longer, and none is opened in purdah.',
  confirm: 'Open it now',
  done: 'The consultation is open.',
  document: graphql(
    `
      mutation OpenConsultation($input: OpenConsultationInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: openConsultation(input: $input, preview: $preview) { ...ConsultationOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: beginsIn,
  Fields: () => (
    <>
      <AskedInputs />
      <ExceptionInputs />
    </>
  ),
  inputOf: askedOf,
}

const record: Command<null> = {
  name: 'recordConsultation',
  title: 'Record a consultation that was opened',
  about:
    'What was opened is always kept. Where it was not to be, it is recorded as a breach. What it ' +
    'meets or releases later has to be signed.',
  confirm: 'Record it now',
  done: 'The consultation is recorded.',
  document: graphql(
    `
      mutation RecordConsultation($input: RecordConsultationInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: recordConsultation(input: $input, preview: $preview) { ...ConsultationOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: beginsIn,
  Fields: () => (
    <>
      <MomentInput source="openedAt" label="Opened" validate={required()} />
      <AskedInputs />
      <ExceptionInputs />
    </>
  ),
  inputOf: (values) => ({ ...askedOf(values), openedAt: momentOf(values.openedAt) }),
}

const responses: Command<Consultation> = {
  name: 'recordResponses',
  title: 'Record the responses to a consultation',
  confirm: 'Record them now',
  done: 'The responses are recorded.',
  document: graphql(
    `
      mutation RecordResponses($input: RecordResponsesInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: recordResponses(input: $input, preview: $preview) { ...ConsultationOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: ({ responses }) => ({ responses }),
  Fields: ({ row }) => (
    <NumberInput
      source="responses" label="Responses in all" min={row.responses} step={1}
      validate={required()}
      helperText={`Those recorded before among them: ${sayHowMany(row.responses, 'response')}. ` +
        'The number only grows.'}
    />
  ),
  inputOf: ({ responses, reason }, { id, version }) => ({ id, version, responses, reason }),
}

const extend: Command<Consultation> = {
  name: 'extendConsultation',
  title: 'Extend a consultation',
  about: 'Gives more days to answer, such as to make up for the silence of purdah.',
  confirm: 'Extend it now',
  done: 'The consultation is extended.',
  document: graphql(
    `
      mutation ExtendConsultation($input: ExtendConsultationInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: extendConsultation(input: $input, preview: $preview) { ...ConsultationOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: ({ closesOn }) => ({ closesOn }),
  Fields: ({ row }) => (
    <>
      <p>{`It closes on ${sayDay(row.closesOn)} now. The new day has to be later.`}</p>
      <ClosesOnInput />
    </>
  ),
  inputOf: ({ closesOn, reason }, { id, version }) => ({ id, version, closesOn, reason }),
}

const conclude: Command<Consultation> = {
  name: 'concludeConsultation',
  title: 'Conclude a consultation',
  about: 'A consultation is concluded once, and for good.',
  confirm: 'Conclude it now',
  done: 'The consultation is concluded.',
  document: graphql(
    `
      mutation ConcludeConsultation($input: ConcludeConsultationInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: concludeConsultation(input: $input, preview: $preview) { ...ConsultationOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: () => (
    <>
      <TextInput
        source="outcome" label="What came of it" multiline minRows={4} fullWidth
        validate={required()}
      />
      <DocumentInput source="evidence" label="What shows the outcome" />
    </>
  ),
  inputOf: ({ outcome, evidence, reason }, { id, version }) => ({
    id, version, outcome, evidence: documentOf(evidence), reason,
  }),
}

export const freshConsultations: Commands<null> = { open, record }
export const aboutConsultations: Commands<Consultation> = { responses, extend, conclude }
