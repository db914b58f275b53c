import { TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command, type Values } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { momentOf } from '../shared/command/inputs.js'
import { EndInput, MomentInput } from '../shared/command/WhenInputs.js'
import { toLondon } from '../shared/when.js'
import type { Purdah } from './source.js'

const SET = graphql(
  `
    mutation SetPurdah($input: SetPurdahInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: setPurdah(input: $input, preview: $preview) {
        status
        effect { ...EffectParts }
        proposal { ...ProposalParts }
        thing: purdah { id: code }
      }
    }
  `,
  [EFFECT, PROPOSAL],
)

const Period = () => (
  <>
    <TextInput source="name" label="Name" validate={required()} fullWidth />
    <MomentInput source="from" label="Begins" validate={required()} />
    <EndInput source="to" label="Is over" helperText="Empty while that is not known." />
  </>
)

const inputOf = ({ name, from, to, reason }: Values, was?: Purdah) => ({
  name, reason, from: momentOf(from, was?.from), to: momentOf(to, was?.to),
})

const TEXTS = {
  name: 'setPurdah',
  about:
    'The calendar says when purdah is, before an election; it is never computed. To take a day ' +
    'out of it loosens what was promised, and waits for signatures.',
  document: SET,
} as const

const enter: Command<null> = {
  ...TEXTS,
  title: 'Enter a period of purdah',
  confirm: 'Enter it now',
  done: 'The period is entered.',
  Fields: () => (
    <>
      <TextInput
        source="code" label="Code" validate={required()}
        helperText="Capitals, digits and hyphens, such as GENERAL-2010."
      />
      <Period />
    </>
  ),
  inputOf: (values) => ({ code: values.code, ...inputOf(values) }),
}

const edit: Command<Purdah> = {
  ...TEXTS,
  title: 'Edit a period of purdah',
  confirm: 'Edit it now',
  done: 'The period is edited.',
  begins: ({ name, from, to }) => ({ name, from: toLondon(from), to: to && toLondon(to) }),
  Fields: Period,
  inputOf: (values, row) => ({ code: row.id, version: row.version, ...inputOf(values, row) }),
}

export const freshPurdahs: Commands<null> = { set: enter }
export const aboutPurdahs: Commands<Purdah> = { set: edit }
