import { NumberInput, SelectInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import type { Command } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import { CLASSIFICATIONS, sayCode } from '../shared/say.js'
import {
  choicesOf, codesOf, OrganisationInput, PracticeCodesInput, ProgrammeInput, RegionInput,
} from '../shared/command/inputs.js'
import { OUTCOME, RECLASSIFY } from './documents.js'
import type { Rollout } from './source.js'
import { DayInput } from '../shared/command/WhenInputs.js'

export const ClassificationInput = () => (
  <SelectInput
    source="classification" label="Classification"
    choices={choicesOf(CLASSIFICATIONS)} validate={required()}
  />
)

const plan: Command<null> = {
  name: 'planRollout',
  title: 'Plan a rollout',
  about: 'A planned rollout permits nothing: it has to be started.',
  confirm: 'Plan it now',
  done: 'The rollout is planned.',
  document: graphql(
    `
      mutation PlanRollout($input: PlanRolloutInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: planRollout(input: $input, preview: $preview) { ...RolloutOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: (_, { region }) => ({ programme: 'SCR', region }),
  Fields: () => (
    <>
      <ProgrammeInput />
      <RegionInput source="region" label="Region" validate={required()} />
      <ClassificationInput />
      <DayInput
        source="plannedOn" label="Planned for" helperText="Leave empty where no day is set."
      />
      <PracticeCodesInput
        source="practices" label="Only these practices"
        helperText="Codes, with spaces or commas between. Leave empty for all of the region."
      />
    </>
  ),
  inputOf: ({ practices, plannedOn, ...rest }) => ({
    ...rest,
    plannedOn: plannedOn || null,
    practices: codesOf(practices),
  }),
}

const reclassify: Command<Rollout> = {
  name: 'reclassifyRollout',
  title: 'Reclassify a rollout',
  about: 'From now on its practices belong to another wave; what is suspended depends on it.',
  confirm: 'Reclassify now',
  done: 'The rollout is reclassified.',
  document: RECLASSIFY,
  begins: ({ classification }) => ({ classification }),
  Fields: ({ row }) => (
    <>
      <p>{`It is ${sayCode(row.classification).toLowerCase()} now.`}</p>
      <ClassificationInput />
    </>
  ),
  inputOf: ({ classification, reason }, { id, version }) => ({
    id, version, classification, reason,
  }),
}

const start: Command<Rollout> = {
  name: 'startRollout',
  title: 'Start a rollout',
  confirm: 'Start it now',
  done: 'The rollout runs.',
  document: graphql(
    `
      mutation StartRollout($input: RolloutVersionInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: startRollout(input: $input, preview: $preview) { ...RolloutOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

const end: Command<Rollout> = {
  name: 'endRollout',
  title: 'End a rollout',
  about: 'An ended rollout permits nothing, and is never started again.',
  confirm: 'End it now',
  done: 'The rollout has ended.',
  document: graphql(
    `
      mutation EndRollout($input: RolloutVersionInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: endRollout(input: $input, preview: $preview) { ...RolloutOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

/** Pence in a pound. */
const PENCE = 100

/** Pence in pounds, as a box shows them. Of what is not given it shows nothing, and not 0. */
const poundsOf = (pence: unknown): string | number =>
  typeof pence === 'number' ? pence / PENCE : ''

const penceOf = (pounds: unknown): number | null =>
  typeof pounds === 'number' ? Math.round(pounds * PENCE) : null

const fund: Command<Rollout> = {
  name: 'fundRollout',
  title: 'Record the funding of a rollout',
  confirm: 'Record it now',
  done: 'The funding is recorded.',
  document: graphql(
    `
      mutation FundRollout($input: FundRolloutInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: fundRollout(input: $input, preview: $preview) { ...RolloutOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: ({ funding }) => ({
    payer: funding?.payer, pence: funding?.pence, useBy: funding?.useBy,
  }),
  Fields: () => (
    <>
      <OrganisationInput source="payer" label="Who pays" validate={required()} />
      <NumberInput
        source="pence" label="Pounds" min={0} step={0.01} validate={required()}
        format={poundsOf} parse={penceOf}
      />
      <DayInput source="useBy" label="To be used by" validate={required()} />
    </>
  ),
  inputOf: ({ payer, pence, useBy, reason }, { id, version }) => ({
    id, version, payer, pence, useBy, reason,
  }),
}

export const freshRollouts: Commands<null> = { plan }
export const aboutRollouts: Commands<Rollout> = { reclassify, start, end, fund }
