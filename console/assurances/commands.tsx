import { graphql } from '../graphql/tada.js'
import type { Viewer } from '../providers/viewer.js'
import { EFFECT, PROPOSAL, type Command } from '../shared/command/command.js'
import { FRESH_CLAUSE } from '../shared/command/ScopeInput.js'
import { AssuranceFields, assuranceOf, typedAssurance } from './recording.js'
import type { Assurance } from './source.js'
import { FRESH_SPEAKER } from './SpeakersInput.js'

const OUTCOME = graphql(
  `
    fragment AssuranceOutcome on AssuranceChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: assurance { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const goesTo = (thing: { id: string } | null): string =>
  thing ? `/assurances/${thing.id}` : '/assurances'

/** Records what was assured. A liaison records what the own organisation was told. */
export const recordAs = ({ roles, organisation }: Viewer): Command<null> => ({
  name: 'recordAssurance',
  title: 'Record an assurance',
  about: 'It is kept as it was said. Nothing overwrites it; a later one may supersede it.',
  confirm: 'Record it now',
  done: 'The assurance is recorded.',
  document: graphql(
    `
      mutation RecordAssurance(
        $input: RecordAssuranceInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: recordAssurance(input: $input, preview: $preview) { ...AssuranceOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: () => ({
    programme: 'SCR',
    wording: 'VERBATIM',
    givenBy: [FRESH_SPEAKER],
    givenTo: [roles.includes('LIAISON') ? { ...FRESH_SPEAKER, organisation } : FRESH_SPEAKER],
    scope: [FRESH_CLAUSE],
    conditions: [],
    ministerialStatement: false,
  }),
  Fields: AssuranceFields,
  inputOf: assuranceOf,
})

const SUPERSEDE = graphql(
  `
    mutation SupersedeAssurance(
      $input: SupersedeAssuranceInput!, $preview: Boolean!, $after: String, $at: DateTime
    ) {
      outcome: supersedeAssurance(input: $input, preview: $preview) { ...AssuranceOutcome }
    }
  `,
  [OUTCOME],
)

/** What was said again. */
export const reaffirm: Command<Assurance> = {
  name: 'supersedeAssurance',
  title: 'Record that an assurance was reaffirmed',
  about: 'The later one takes its place, and says the same again. No suspension is touched.',
  confirm: 'Record it now',
  done: 'The reaffirmation is recorded.',
  document: SUPERSEDE,
  begins: (row) => ({ ...typedAssurance(row), givenOn: '', document: null }),
  Fields: AssuranceFields,
  inputOf: (values, { id }) => ({ id, reaffirms: true, ...assuranceOf(values) }),
  goesTo,
}

/** What was recorded wrongly, or is no longer what is assured. */
export const correct: Command<Assurance> = {
  name: 'supersedeAssurance',
  title: 'Correct an assurance',
  about:
    'What is recorded here takes the place of the earlier one, which stays on record. No ' +
    'suspension is touched.',
  confirm: 'Record the correction now',
  done: 'The correction is recorded.',
  document: SUPERSEDE,
  begins: typedAssurance,
  Fields: AssuranceFields,
  inputOf: (values, { id }) => ({ id, reaffirms: false, ...assuranceOf(values) }),
  goesTo,
}

export const withdraw: Command<Assurance> = {
  name: 'withdrawAssurance',
  title: 'Withdraw an assurance',
  about: 'It is marked as withdrawn. It lifts no suspension, and takes no signatory away.',
  confirm: 'Withdraw it now',
  done: 'The assurance is marked as withdrawn.',
  document: graphql(
    `
      mutation WithdrawAssurance(
        $input: WithdrawAssuranceInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: withdrawAssurance(input: $input, preview: $preview) { ...AssuranceOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}
