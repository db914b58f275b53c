import { NumberInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command, type Values } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { momentOf } from '../shared/command/inputs.js'
import { MomentInput } from '../shared/command/WhenInputs.js'
import { Several } from '../shared/command/Several.js'
import type { Programme } from './source.js'

const OUTCOME = graphql(
  `
    fragment ProgrammeOutcome on ProgrammeChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: programme { id: code }
    }
  `,
  [EFFECT, PROPOSAL],
)

const CREATE = graphql(
  `
    mutation CreateProgramme($input: CreateProgrammeInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: createProgramme(input: $input, preview: $preview) { ...ProgrammeOutcome }
    }
  `,
  [OUTCOME],
)

const SET = graphql(
  `
    mutation SetProgramme($input: SetProgrammeInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: setProgramme(input: $input, preview: $preview) { ...ProgrammeOutcome }
    }
  `,
  [OUTCOME],
)

const NOTHING = { code: '', text: '' }

const Terms = () => (
  <>
    <NumberInput
      source="noticeDaysMin" label="Days of notice" min={0} step={1} validate={required()}
      helperText="From the last receipt of a mailing to the first upload."
    />
    <NumberInput
      source="validitySecondsMax" label="Longest validity of an answer, in seconds" min={1} step={1}
      validate={required()} helperText="3,600 is an hour."
    />
    <fieldset className="fields">
      <legend>What every permit obliges to</legend>
      <Several source="obligations" one="obligation" add="Add an obligation" begins={NOTHING}>
        {(obligation) => (
          <>
            <TextInput source={`${obligation}.code`} label="Code" validate={required()} />
            <TextInput
              source={`${obligation}.text`} label="Text" validate={required()} fullWidth
            />
          </>
        )}
      </Several>
    </fieldset>
  </>
)

const termsOf = ({ noticeDaysMin, validitySecondsMax, obligations, reason }: Values) => ({
  noticeDaysMin, validitySecondsMax, reason, obligations: obligations ?? [],
})

const create: Command<null> = {
  name: 'createProgramme',
  title: 'Create a programme',
  about: 'Nothing is permitted in a programme until a rollout of it runs.',
  confirm: 'Create it now',
  done: 'The programme is created.',
  document: CREATE,
  begins: () => ({ obligations: [] }),
  Fields: () => (
    <>
      <TextInput
        source="code" label="Code" validate={required()}
        helperText="Capitals, digits and underscores, such as SCR."
      />
      <TextInput source="name" label="Name" validate={required()} fullWidth />
      <Terms />
    </>
  ),
  inputOf: (values) => ({ code: values.code, name: values.name, ...termsOf(values) }),
}

const set: Command<Programme> = {
  name: 'setProgramme',
  title: 'Give a programme new terms',
  about:
    'Earlier terms stay as they were. Weaker terms wait for signatures, whatever they turn today.',
  confirm: 'Set them now',
  done: 'The programme has new terms.',
  document: SET,
  begins: ({ termsAt: { noticeDaysMin, validitySecondsMax, obligations } }) => ({
    noticeDaysMin,
    validitySecondsMax,
    obligations: obligations.map(({ code, text }) => ({ code, text })),
  }),
  Fields: () => (
    <>
      <MomentInput
        source="from" label="From" helperText="Empty for at once. Terms do not begin in the past."
      />
      <Terms />
    </>
  ),
  inputOf: (values, { id, version }) => ({
    code: id, version, from: momentOf(values.from), ...termsOf(values),
  }),
}

export const freshProgrammes: Commands<null> = { create }
export const aboutProgrammes: Commands<Programme> = { set }
