import { graphql } from '../graphql/tada.js'
import type { Command } from '../shared/command/command.js'
import { ScopeInput } from '../shared/command/ScopeInput.js'
import { OUTCOME } from './outcome.js'
import type { Suspension } from './source.js'
import { FurtherTerms, StrengthInput, termsOf, typedTerms } from './terms.js'

export const lift: Command<Suspension> = {
  name: 'liftSuspension',
  title: 'Lift a suspension',
  about: ({ conditions }) =>
    conditions.length > 0
      ? 'Its conditions are met, and it ends. While one is unmet anywhere, this is refused.'
      : 'It has no conditions: whoever signs vouches for the reason.',
  confirm: 'Lift it now',
  done: 'The suspension is lifted.',
  document: graphql(
    `
      mutation LiftSuspension(
        $input: LiftSuspensionInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: liftSuspension(input: $input, preview: $preview) { ...SuspensionOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

export const annul: Command<Suspension> = {
  name: 'annulSuspension',
  title: 'Annul a suspension',
  about: 'It was imposed in error, and ends whatever its conditions. The reason is published.',
  confirm: 'Annul it now',
  done: 'The suspension is annulled.',
  document: graphql(
    `
      mutation AnnulSuspension(
        $input: AnnulSuspensionInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: annulSuspension(input: $input, preview: $preview) { ...SuspensionOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

const ReplaceFields = ({ row: { signatories } }: { row: Suspension }) => {
  const kept = signatories.map(({ code }) => code).join(', ') || 'nobody so far'
  return (
    <>
      <ScopeInput what="What is held" />
      <StrengthInput />
      <FurtherTerms signatoriesHelp={`Those of the present one stay: ${kept}.`} />
    </>
  )
}

export const replace: Command<Suspension> = {
  name: 'replaceSuspension',
  title: 'Replace a suspension',
  about:
    'It ends, and another takes its place with no moment between. The form begins with what it ' +
    'says now; its signatories stay.',
  confirm: 'Replace it now',
  done: 'The suspension is replaced.',
  document: graphql(
    `
      mutation ReplaceSuspension(
        $input: ReplaceSuspensionInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: replaceSuspension(input: $input, preview: $preview) { ...SuspensionOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: typedTerms,
  Fields: ReplaceFields,
  inputOf: (values, { id, version }) => ({ id, version, ...termsOf(values) }),
  goesTo: (thing) => (thing ? `/suspensions/${thing.id}` : '/suspensions'),
}
