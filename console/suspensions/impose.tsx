import { required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import type { Viewer } from '../providers/viewer.js'
import type { Command, Presets, Values } from '../shared/command/command.js'
import { ConditionsInput } from '../shared/command/ConditionsInput.js'
import { Fold } from '../shared/command/Fold.js'
import { CheckboxesInput, choicesOf, momentOf, ProgrammeInput } from '../shared/command/inputs.js'
import { FRESH_CLAUSE, ScopeInput } from '../shared/command/ScopeInput.js'
import { ACTIVITIES } from '../shared/say.js'
import { OUTCOME } from './outcome.js'
import { FurtherTerms, StrengthInput, termsOf } from './terms.js'
import { MomentInput } from '../shared/command/WhenInputs.js'

const IMPOSE = graphql(
  `
    mutation ImposeSuspension(
      $input: ImposeSuspensionInput!, $preview: Boolean!, $after: String, $at: DateTime
    ) {
      outcome: imposeSuspension(input: $input, preview: $preview) { ...SuspensionOutcome }
    }
  `,
  [OUTCOME],
)

const FromInput = () => (
  <MomentInput source="from" label="From" helperText="Empty: from now on." />
)

const AdministratorFields = () => (
  <>
    <ProgrammeInput />
    <ScopeInput what="What is held" />
    <Fold
      summary="More: from when, how strong, conditions, whom it was promised to"
      sources={['from', 'conditions', 'releases', 'spareLive', 'assurance', 'signatories']}
    >
      <FromInput />
      <StrengthInput />
      <FurtherTerms signatoriesHelp="A second administrator signs in any case." />
    </Fold>
  </>
)

const LiaisonFields = () => (
  <>
    <ProgrammeInput />
    <ScopeInput what="What is advised against" />
    <Fold summary="More: from when, conditions" sources={['from', 'conditions']}>
      <FromInput />
      <ConditionsInput otherwise="Empty: since the moment from which it is in force." />
    </Fold>
  </>
)

const PracticeFields = () => (
  <>
    <ProgrammeInput />
    <CheckboxesInput
      source="scope.0.activities" label="What your practice needs more time for"
      choices={choicesOf(ACTIVITIES)} validate={required()}
    />
    <FromInput />
  </>
)

type Part = Pick<Command<null>, 'title' | 'about' | 'confirm' | 'done' | 'Fields'> & {
  readonly begins: Values
}

/** What a role may impose: a professional body advises, a practice takes time for itself. */
const partOf = ({ roles, organisation }: Viewer): Part => {
  if (roles.includes('PROGRAMME_ADMIN')) {
    return {
      title: 'Impose a suspension',
      about: 'It holds at once, and ends only when it is lifted, replaced or annulled.',
      confirm: 'Impose now',
      done: 'The suspension is imposed.',
      Fields: AdministratorFields,
      begins: { strength: 'BINDING', scope: [FRESH_CLAUSE] },
    }
  }
  if (roles.includes('LIAISON')) {
    return {
      title: `Impose an advisory suspension of ${organisation}`,
      about: 'It is shown with every ruling on what it is about. It refuses nothing.',
      confirm: 'Impose it now',
      done: 'The advisory suspension is imposed.',
      Fields: LiaisonFields,
      begins: { strength: 'ADVISORY', scope: [FRESH_CLAUSE] },
    }
  }
  return {
    title: 'Take more time for your practice',
    about: 'Your practice is held until it says itself that it is ready: it alone lifts this.',
    confirm: 'Take the time now',
    done: 'Your practice is held.',
    Fields: PracticeFields,
    begins: { strength: 'BINDING', scope: [{ ...FRESH_CLAUSE, practices: organisation }] },
  }
}

/** What an address presets, laid over what the form would begin with. */
const withPresets = (begins: Values, { region, practice, assurance, programme }: Presets) => {
  const [clause] = begins.scope as Values[]
  return {
    ...begins,
    programme: programme ?? 'SCR',
    scope: [{
      ...clause, ...(region && { regions: [region] }), ...(practice && { practices: practice }),
    }],
    conditions: [],
    ...(assurance && { assurance }),
  }
}

/** Imposes a suspension, as who is signed in may. */
export const imposeAs = (viewer: Viewer): Command<null> => {
  const { begins, ...part } = partOf(viewer)
  return {
    ...part,
    name: 'imposeSuspension',
    document: IMPOSE,
    begins: (_, presets) => withPresets(begins, presets),
    inputOf: ({ programme, from, ...values }) => ({
      programme, from: momentOf(from), ...termsOf(values),
    }),
  }
}
