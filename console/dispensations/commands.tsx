import { AutocompleteInput, RadioButtonGroupInput, required } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import type { Viewer } from '../providers/viewer.js'
import { EFFECT, PROPOSAL, type Command } from '../shared/command/command.js'
import {
  choicesOf, chosenOf, codesOf, momentOf, PracticeCodesInput, RegionsInput,
} from '../shared/command/inputs.js'
import { sayMoment } from '../shared/when.js'
import type { Dispensation } from './source.js'
import { EndInput } from '../shared/command/WhenInputs.js'

const OUTCOME = graphql(
  `
    fragment DispensationOutcome on DispensationChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: dispensation { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const HOLDING = graphql(`
  query HoldingSuspensions {
    suspensions(first: 200, filter: { strength: BINDING }) {
      edges { node { id reason endedAt } }
    }
  }
`)

/** A binding suspension that has not ended. */
const SuspensionInput = () => {
  const { data } = useAsk(HOLDING, {})
  const choices = data?.suspensions.edges.map(({ node }) => node) ?? []
  return (
    <AutocompleteInput
      source="suspension" label="Suspension" fullWidth validate={required()}
      choices={choices.filter(({ endedAt }) => endedAt === null)} isLoading={!data}
      optionText={({ id, reason }: { id: string; reason: string }) => `${id}: ${reason}`}
    />
  )
}

const REQUEST = graphql(
  `
    mutation RequestDispensation(
      $input: RequestDispensationInput!, $preview: Boolean!, $after: String, $at: DateTime
    ) {
      outcome: requestDispensation(input: $input, preview: $preview) { ...DispensationOutcome }
    }
  `,
  [OUTCOME],
)

const RequestFields = () => (
  <>
    <SuspensionInput />
    <RegionsInput
      source="regions" label="For these regions"
      helperText="Your own, or parts of it. Take out what is filled in to name practices below."
    />
    <PracticeCodesInput
      source="practices" label="Or for these practices"
      helperText="Codes, with spaces or commas between. Only where no region is named above."
    />
    <EndInput
      source="until" label="Until" helperText="At most 90 days off." validate={required()}
    />
  </>
)

/** Asks for an exception, for the region of who is signed in. */
export const requestAs = ({ region }: Viewer): Command<null> => ({
  name: 'requestDispensation',
  title: 'Ask for a dispensation',
  about:
    'It excepts nobody until it is granted, and those have signed whom the suspension was ' +
    'promised to.',
  confirm: 'Ask for it now',
  done: 'The dispensation is asked for.',
  document: REQUEST,
  begins: (_, presets) => {
    const wanted = presets.region ?? region
    return { suspension: presets.suspension, regions: wanted ? [wanted] : [] }
  },
  Fields: RequestFields,
  inputOf: ({ suspension, regions, practices, until, reason }) => ({
    suspension,
    regions: chosenOf(regions),
    practices: codesOf(practices),
    until: momentOf(until),
    reason,
  }),
})

const DecideFields = ({ row: { until, reason } }: { row: Dispensation }) => {
  const decision: unknown = useWatch({ name: 'granted' })
  return (
    <>
      <p>{`It was asked for until ${sayMoment(until)}: ${reason}`}</p>
      <RadioButtonGroupInput
        source="granted" label="Decision" validate={required()}
        choices={choicesOf({ yes: 'Grant it', no: 'Refuse it' })}
      />
      {decision === 'yes' && (
        <EndInput source="until" label="Until" helperText="Empty: as long as was asked for." />
      )}
    </>
  )
}

export const decide: Command<Dispensation> = {
  name: 'decideDispensation',
  title: 'Grant or refuse a dispensation',
  about: 'A grant waits for the signatories of the suspension. A refusal holds at once.',
  confirm: 'Decide now',
  done: 'The dispensation is decided.',
  document: graphql(
    `
      mutation DecideDispensation(
        $input: DecideDispensationInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: decideDispensation(input: $input, preview: $preview) { ...DispensationOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: DecideFields,
  inputOf: ({ granted, until, reason }, { id, version }) => ({
    id,
    version,
    granted: granted === 'yes',
    until: granted === 'yes' ? momentOf(until) : null,
    reason,
  }),
}

export const end: Command<Dispensation> = {
  name: 'endDispensation',
  title: 'End a dispensation early',
  about: 'The suspension holds again from then on.',
  confirm: 'End it now',
  done: 'The dispensation ends.',
  document: graphql(
    `
      mutation EndDispensation(
        $input: EndDispensationInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: endDispensation(input: $input, preview: $preview) { ...DispensationOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: ({ row: { to } }) => (
    <EndInput
      source="to" label="It ends"
      helperText={`Empty: at once. It would end on ${to ? sayMoment(to) : 'no day'}.`}
    />
  ),
  inputOf: ({ to, reason }, { id, version }) => ({ id, version, to: momentOf(to), reason }),
}
