import {
  AutocompleteInput, BooleanInput, RadioButtonGroupInput, required,
} from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import type { Values } from '../shared/command/command.js'
import {
  ConditionsInput, conditionsOf, typedConditions,
} from '../shared/command/ConditionsInput.js'
import { choicesOf, chosenOf, OrganisationsInput } from '../shared/command/inputs.js'
import { scopeOf, typedScope } from '../shared/command/ScopeInput.js'
import { sayDay } from '../shared/when.js'
import type { Suspension } from './source.js'
import { STRENGTHS } from './words.js'

const ASSURANCES = graphql(`
  query AssuranceChoices {
    assurances(first: 200, orderBy: { field: GIVEN_ON, direction: DESC }) {
      edges { node { id givenOn text } }
    }
  }
`)

type Choice = ResultOf<typeof ASSURANCES>['assurances']['edges'][number]['node']

const TEXT_MAX = 60

const sayChoice = ({ id, givenOn, text }: Choice): string =>
  `${id} of ${sayDay(givenOn)}: ${text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)} …` : text}`

/** An assurance, found by its number, its day or its words. */
const AssuranceInput = ({ source, label, helperText }: {
  source: string
  label: string
  helperText: string
}) => {
  const { data } = useAsk(ASSURANCES, {})
  return (
    <AutocompleteInput
      source={source} label={label} helperText={helperText} fullWidth
      choices={data?.assurances.edges.map(({ node }) => node) ?? []}
      isLoading={!data} optionText={sayChoice}
    />
  )
}

export const StrengthInput = () => (
  <RadioButtonGroupInput
    source="strength" label="How strong it is" choices={choicesOf(STRENGTHS)}
    validate={required()}
  />
)

/** What a suspension may say besides what it holds and why. */
export const FurtherTerms = ({ signatoriesHelp }: { signatoriesHelp: string }) => (
  <>
    <ConditionsInput otherwise="Empty: since the moment from which the suspension holds." />
    <BooleanInput
      source="releases"
      label="It also releases practice by practice, as its conditions are met there"
    />
    <BooleanInput source="spareLive" label="It spares the practices that are live now" />
    <AssuranceInput
      source="assurance" label="The assurance it keeps"
      helperText="Whom that was given to has to sign before the suspension is loosened."
    />
    <OrganisationsInput
      source="signatories" label="Who besides has to sign before it is loosened"
      helperText={signatoriesHelp}
    />
  </>
)

/** The terms in what was typed. */
export const termsOf = (values: Values) => ({
  scope: scopeOf(values.scope),
  strength: values.strength,
  conditions: conditionsOf(values.conditions),
  releases: values.releases === true,
  spareLive: values.spareLive === true,
  assurance: values.assurance || null,
  signatories: chosenOf(values.signatories) ?? [],
  reason: values.reason,
})

/** The terms of a suspension there is, as a form begins with them. */
export const typedTerms = (suspension: Suspension): Values => ({
  scope: typedScope(suspension.scope),
  strength: suspension.strength,
  conditions: typedConditions(suspension.conditions),
  releases: suspension.releases,
  spareLive: suspension.spared.length > 0,
  assurance: suspension.assurance?.id,
  signatories: [],
})
