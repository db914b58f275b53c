import { TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import {
  EFFECT, PROPOSAL, type Command, type CommandOutcome, type Values,
} from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import {
  codesOf, momentOf, PracticeCodesInput, ProgrammeInput, RegionInput,
} from '../shared/command/inputs.js'
import { TermsInput, termsOf } from '../shared/command/TermsInput.js'
import { PROGRAMME } from './ruling.js'
import type { Practice } from './source.js'
import { DayInput, MomentInput } from '../shared/command/WhenInputs.js'
import { sayMoment } from '../shared/when.js'

const RECORD = graphql(
  `
    mutation RecordPractice($input: RecordPracticeInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: recordPractice(input: $input, preview: $preview) {
        status
        effect { ...EffectParts }
        proposal { ...ProposalParts }
        thing: practice { id: odsCode }
      }
    }
  `,
  [EFFECT, PROPOSAL],
)

// Several practices may go live at once: what an outcome names besides is its proposal alone.
const FIRST_UPLOADS = graphql(
  `
    mutation RecordFirstUploads($input: RecordFirstUploadsInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: recordFirstUploads(input: $input, preview: $preview) {
        status
        effect { ...EffectParts }
        proposal { ...ProposalParts }
        livePractices { practice liveFrom }
      }
    }
  `,
  [EFFECT, PROPOSAL],
)

const Dated = () => (
  <>
    <TextInput source="name" label="Name" validate={required()} fullWidth />
    <DayInput source="openFrom" label="First day open" helperText="Empty for since ever." />
    <DayInput
      source="openTo" label="First day closed" helperText="Empty while no such day is known."
    />
    <TermsInput source="memberships" label="Belongs to" one="region">
      {(term) => <RegionInput source={`${term}.region`} label="Region" validate={required()} />}
    </TermsInput>
    <TermsInput source="suppliers" label="Suppliers of its system" one="supplier">
      {(term) => (
        <TextInput
          source={`${term}.supplier`} label="Supplier, by code" validate={required()}
          helperText="Such as EMIS."
        />
      )}
    </TermsInput>
  </>
)

const inputOf = ({ name, openFrom, openTo, memberships, suppliers, reason }: Values) => ({
  name,
  openFrom: openFrom || null,
  openTo: openTo || null,
  memberships: termsOf(memberships),
  suppliers: termsOf(suppliers),
  reason,
})

const TEXTS = {
  name: 'recordPractice',
  about:
    'A practice is recorded as a whole: where it belongs, who supplies it and when it is open, ' +
    'each with its days.',
  document: RECORD,
} as const

const record: Command<null> = {
  ...TEXTS,
  title: 'Record a practice',
  confirm: 'Record it now',
  done: 'The practice is recorded.',
  begins: (_, { region }) => ({ memberships: [{ region }], suppliers: [] }),
  Fields: () => (
    <>
      <TextInput
        source="odsCode" label="ODS code" validate={required()} helperText="Such as P82001."
      />
      <Dated />
    </>
  ),
  inputOf: (values) => ({ odsCode: values.odsCode, ...inputOf(values) }),
}

const edit: Command<Practice> = {
  ...TEXTS,
  title: 'Edit a practice',
  confirm: 'Record it now',
  done: 'The practice is recorded.',
  begins: ({ name, openFrom, openTo, memberships, suppliers }) => ({
    name,
    openFrom,
    openTo,
    memberships: memberships.map(({ region, from, to }) => ({ region: region.code, from, to })),
    suppliers: suppliers.map(({ supplier, from, to }) => ({ supplier, from, to })),
  }),
  Fields: Dated,
  inputOf: (values, { id, version }) => ({ odsCode: id, version, ...inputOf(values) }),
}

const ABOUT_FIRST =
  'A practice is live from its first upload, which is written once. This is for uploads that no ' +
  'supplier reported.'

const When = () => (
  <>
    <ProgrammeInput />
    <MomentInput source="at" label="First uploaded" validate={required()} />
  </>
)

/** What is said where all of them were live before. */
const sayLive = ({ livePractices }: CommandOutcome): string => {
  const [one, ...others] = livePractices ?? []
  if (!one || others.length > 0) return 'All of them are live already. Nothing was written.'
  const { practice, liveFrom } = one
  return `${practice} is live already, since ${sayMoment(liveFrom)}. Nothing was written.`
}

const firstUploads: Command<null> = {
  name: 'recordFirstUploads',
  title: 'Record first uploads',
  about: ABOUT_FIRST,
  confirm: 'Record them now',
  done: 'The first uploads are recorded.',
  already: sayLive,
  document: FIRST_UPLOADS,
  begins: () => ({ programme: PROGRAMME }),
  Fields: () => (
    <>
      <PracticeCodesInput
        source="practices" label="Practices" validate={required()}
        helperText="Codes, with spaces or commas between."
      />
      <When />
    </>
  ),
  inputOf: ({ practices, programme, at, reason }) => ({
    programme, reason, at: momentOf(at), practices: codesOf(practices) ?? [],
  }),
}

const firstUpload: Command<Practice> = {
  name: 'recordFirstUploads',
  title: 'Record a first upload',
  about: ABOUT_FIRST,
  confirm: 'Record it now',
  done: 'The first upload is recorded.',
  already: sayLive,
  document: FIRST_UPLOADS,
  begins: () => ({ programme: PROGRAMME }),
  Fields: When,
  inputOf: ({ programme, at, reason }, { id }) => ({
    programme, reason, at: momentOf(at), practices: [id],
  }),
}

export const freshPractices: Commands<null> = { record, 'first-uploads': firstUploads }
export const aboutPractices: Commands<Practice> = { record: edit, 'first-upload': firstUpload }
