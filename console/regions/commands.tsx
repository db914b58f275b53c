import { SelectInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command, type Values } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { choicesOf, RegionInput } from '../shared/command/inputs.js'
import { TermsInput, termsOf } from '../shared/command/TermsInput.js'
import { REGION_KINDS } from '../shared/say.js'
import type { Region } from './source.js'

const RECORD = graphql(
  `
    mutation RecordRegion($input: RecordRegionInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: recordRegion(input: $input, preview: $preview) {
        status
        effect { ...EffectParts }
        proposal { ...ProposalParts }
        thing: region { id: code }
      }
    }
  `,
  [EFFECT, PROPOSAL],
)

const Dated = () => (
  <>
    <TextInput source="name" label="Name" validate={required()} fullWidth />
    <SelectInput
      source="kind" label="Kind" choices={choicesOf(REGION_KINDS)} validate={required()}
    />
    <TermsInput source="parents" label="Lies in" one="region">
      {(term) => <RegionInput source={`${term}.region`} label="Region" validate={required()} />}
    </TermsInput>
  </>
)

const inputOf = ({ name, kind, parents, reason }: Values) => ({
  name, kind, reason, parents: termsOf(parents),
})

const TEXTS = {
  name: 'recordRegion',
  about:
    'A region is recorded as a whole, with all regions it ever lies in. What is permitted in it ' +
    'may turn with the rollouts and suspensions of those above.',
  confirm: 'Record it now',
  done: 'The region is recorded.',
  document: RECORD,
} as const

const record: Command<null> = {
  ...TEXTS,
  title: 'Record a region',
  begins: (_, { region }) => ({ kind: 'PCT', parents: [{ region }] }),
  Fields: () => (
    <>
      <TextInput
        source="code" label="Code" validate={required()}
        helperText="Three to six capitals and digits, such as Q36 or 5HQ."
      />
      <Dated />
    </>
  ),
  inputOf: (values) => ({ code: values.code, ...inputOf(values) }),
}

const edit: Command<Region> = {
  ...TEXTS,
  title: 'Edit a region',
  begins: ({ name, kind, parents }) => ({
    name,
    kind,
    parents: parents.map(({ region, from, to }) => ({ region: region.code, from, to })),
  }),
  Fields: Dated,
  inputOf: (values, { id, version }) => ({ code: id, version, ...inputOf(values) }),
}

export const freshRegions: Commands<null> = { record }
export const aboutRegions: Commands<Region> = { record: edit }
