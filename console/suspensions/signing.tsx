import { SelectInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import type { Viewer } from '../providers/viewer.js'
import type { Command } from '../shared/command/command.js'
import {
  chosenOf, codesOf, PracticeCodesInput, RegionsInput,
} from '../shared/command/inputs.js'
import { sayCondition } from '../shared/condition.js'
import { sayMoment } from '../shared/when.js'
import { mayWithdraw } from './actions.js'
import { SIGN_OFF_OUTCOME } from './outcome.js'
import type { Suspension } from './source.js'

const ownConditions = ({ conditions }: Suspension, { organisation }: Viewer) =>
  conditions
    .filter((each) => each.kind === 'SIGN_OFF' && each.organisation === organisation)
    .map((each) => ({ id: each.place, name: `${each.place}: ${sayCondition(each)}` }))

/** Signs a condition of a suspension off, for the organisation of who is signed in. */
export const signOffAs = (viewer: Viewer): Command<Suspension> => ({
  name: 'recordSignOff',
  title: 'Sign a condition off',
  about: `${viewer.organisation} signs that a condition is met: everywhere, or where it says.`,
  confirm: 'Sign it off now',
  done: 'The condition is signed off.',
  document: graphql(
    `
      mutation RecordSignOff(
        $input: RecordSignOffInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: recordSignOff(input: $input, preview: $preview) { ...SignOffOutcome }
      }
    `,
    [SIGN_OFF_OUTCOME],
  ),
  begins: (row) => ({ condition: ownConditions(row, viewer)[0]?.id }),
  Fields: ({ row }) => (
    <>
      <SelectInput
        source="condition" label="Condition" choices={ownConditions(row, viewer)}
        validate={required()}
      />
      <RegionsInput
        source="regions" label="Where" helperText="No region and no practice: everywhere."
      />
      <PracticeCodesInput
        source="practices" label="Or only these practices"
        helperText="Codes, with spaces or commas between, in place of regions."
      />
    </>
  ),
  inputOf: ({ condition, regions, practices, reason }, { id }) => ({
    suspension: id,
    condition,
    regions: chosenOf(regions),
    practices: codesOf(practices),
    reason,
  }),
})

const ownSignOffs = ({ signOffs }: Suspension, viewer: Viewer) =>
  signOffs
    .filter((each) => mayWithdraw(each, viewer))
    .map(({ id, condition, givenAt }) => ({
      id, name: `${id}: ${condition}, given on ${sayMoment(givenAt)}`,
    }))

/** Takes a sign-off back. */
export const withdrawSignOffAs = (viewer: Viewer): Command<Suspension> => ({
  name: 'withdrawSignOff',
  title: 'Withdraw a sign-off',
  about: 'From now on it meets no condition: what it released is held again.',
  confirm: 'Withdraw it now',
  done: 'The sign-off is withdrawn.',
  document: graphql(
    `
      mutation WithdrawSignOff(
        $input: WithdrawSignOffInput!, $preview: Boolean!, $after: String, $at: DateTime
      ) {
        outcome: withdrawSignOff(input: $input, preview: $preview) { ...SignOffOutcome }
      }
    `,
    [SIGN_OFF_OUTCOME],
  ),
  begins: (row, { signOff }) => ({ id: signOff ?? ownSignOffs(row, viewer)[0]?.id }),
  Fields: ({ row }) => (
    <SelectInput
      source="id" label="Sign-off" choices={ownSignOffs(row, viewer)} validate={required()}
    />
  ),
  inputOf: ({ id, reason }, { signOffs }) => ({
    id, version: signOffs.find((each) => each.id === id)?.version, reason,
  }),
})
