import { TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import type { Organisation } from './source.js'

const RECORD = graphql(
  `
    mutation RecordOrganisation(
      $input: RecordOrganisationInput! $preview: Boolean! $after: String $at: DateTime
    ) {
      outcome: recordOrganisation(input: $input, preview: $preview) {
        status
        effect { ...EffectParts }
        proposal { ...ProposalParts }
        thing: organisation { id: code }
      }
    }
  `,
  [EFFECT, PROPOSAL],
)

const NameInput = () => (
  <TextInput source="name" label="Name" validate={required()} fullWidth />
)

const record: Command<null> = {
  name: 'recordOrganisation',
  title: 'Record an organisation',
  about: 'Assurances, signatories and tokens name it by its code, which it keeps.',
  confirm: 'Record it now',
  done: 'The organisation is recorded.',
  document: RECORD,
  Fields: () => (
    <>
      <TextInput
        source="code" label="Code" validate={required()} helperText="Such as DH or BMA/GPC."
      />
      <NameInput />
    </>
  ),
  inputOf: ({ code, name, reason }) => ({ code, name, reason }),
}

const rename: Command<Organisation> = {
  name: 'recordOrganisation',
  title: 'Rename an organisation',
  confirm: 'Rename it now',
  done: 'The organisation has its new name.',
  document: RECORD,
  begins: ({ name }) => ({ name }),
  Fields: NameInput,
  inputOf: ({ name, reason }, { id, version }) => ({ code: id, version, name, reason }),
}

export const freshOrganisations: Commands<null> = { record }
export const aboutOrganisations: Commands<Organisation> = { record: rename }
