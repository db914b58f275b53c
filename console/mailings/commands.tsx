import { NumberInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import { EFFECT, PROPOSAL, type Command, type Values } from '../shared/command/command.js'
import type { Commands } from '../shared/command/ActPage.js'
import {
  codesOf, PracticeCodesInput, ProgrammeInput, RegionInput, textOrNull, YesNoInput,
} from '../shared/command/inputs.js'
import { Link } from '../shared/Link.js'
import { sayPracticesNamed } from '../shared/PracticesNamed.js'
import { sayDay } from '../shared/when.js'
import type { Mailing } from './source.js'
import { DayInput } from '../shared/command/WhenInputs.js'

const OUTCOME = graphql(
  `
    fragment MailingOutcome on MailingChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: mailing { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const RECORD = graphql(
  `
    mutation RecordMailing($input: RecordMailingInput!, $preview: Boolean!, $after: String, $at: DateTime) {
      outcome: recordMailing(input: $input, preview: $preview) { ...MailingOutcome }
    }
  `,
  [OUTCOME],
)

const PackInputs = () => (
  <>
    <NumberInput source="packs" label="Packs" min={1} step={1} validate={required()} />
    <YesNoInput
      source="withOptOutForm" label="Opt-out form in the pack" validate={required()}
    />
  </>
)

const WhereInputs = () => (
  <>
    <ProgrammeInput />
    <RegionInput source="region" label="Region" validate={required()} />
    <PracticeCodesInput
      source="practices" label="Only patients of these practices"
      helperText="Codes, with spaces or commas between. Leave empty for all of the region."
    />
  </>
)

const ExemptionInput = () => (
  <TextInput
    source="exemption" label="Permission to mail under purdah"
    helperText="Its reference. Leave empty where the day is not in purdah."
  />
)

const LastReceivedInput = () => (
  <DayInput
    source="lastReceivedOn" label="Day the last pack was received" validate={required()}
    helperText="The programme's days of notice count from this day."
  />
)

const inputOf = ({ practices, exemption, ...rest }: Values) => ({
  ...rest, practices: codesOf(practices), exemption: textOrNull(exemption),
})

const plan: Command<null> = {
  name: 'planMailing',
  title: 'Plan a mailing',
  about: 'A plan is refused where informing patients is held, or the day falls into purdah.',
  confirm: 'Plan it now',
  done: 'The mailing is planned.',
  document: graphql(
    `
      mutation PlanMailing($input: PlanMailingInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: planMailing(input: $input, preview: $preview) { ...MailingOutcome }
      }
    `,
    [OUTCOME],
  ),
  begins: (_, { region, practice }) => ({ programme: 'SCR', region, practices: practice }),
  Fields: () => (
    <>
      <WhereInputs />
      <DayInput source="plannedFor" label="Planned for" validate={required()} />
      <PackInputs />
      <ExemptionInput />
    </>
  ),
  inputOf,
}

const record: Command<null> = {
  name: 'recordMailing',
  title: 'Record a mailing that was received',
  about:
    'What was received is always kept. Where it was not to be sent, it is recorded as a breach. ' +
    'If it was planned here, record it from the page of that plan.',
  confirm: 'Record it now',
  done: 'The mailing is recorded.',
  document: RECORD,
  begins: (_, { region, practice }) => ({ programme: 'SCR', region, practices: practice }),
  Fields: () => (
    <>
      <WhereInputs />
      <LastReceivedInput />
      <PackInputs />
      <ExemptionInput />
    </>
  ),
  inputOf,
}

const Planned = ({ row }: { row: Mailing }) => (
  <p>
    <Link to={`/mailings/${row.id}`}>{row.id}</Link>
    {` was planned for ${row.plannedFor ? sayDay(row.plannedFor) : 'no day'}, to patients of `}
    {sayPracticesNamed(row.practiceCodes).toLowerCase()}
    {` of ${row.region.name}. What reached others is a mailing of its own.`}
  </p>
)

const receivedOf = (typed: Values, { id, programme, region, practiceCodes }: Mailing) => {
  const planned = { programme: programme.code, region: region.code, practices: practiceCodes }
  return { ...typed, ...planned, plan: id, exemption: textOrNull(typed.exemption) }
}

const received: Command<Mailing> = {
  name: 'recordMailing',
  title: 'Record that a planned mailing was received',
  confirm: 'Record it now',
  done: 'The mailing is recorded as received.',
  document: RECORD,
  begins: ({ packs, withOptOutForm }) => ({ packs, withOptOutForm }),
  Fields: ({ row }) => (
    <>
      <Planned row={row} />
      <LastReceivedInput />
      <PackInputs />
      {row.exemption === null && <ExemptionInput />}
    </>
  ),
  inputOf: receivedOf,
}

const voided: Command<Mailing> = {
  name: 'voidMailing',
  title: 'Void a mailing',
  about: 'It counts no more, as if it had not been. That it was recorded stays in the ledger.',
  confirm: 'Void it now',
  done: 'The mailing is void.',
  document: graphql(
    `
      mutation VoidMailing($input: VoidMailingInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: voidMailing(input: $input, preview: $preview) { ...MailingOutcome }
      }
    `,
    [OUTCOME],
  ),
  inputOf: ({ reason }, { id, version }) => ({ id, version, reason }),
}

export const freshMailings: Commands<null> = { plan, record }
export const aboutMailings: Commands<Mailing> = { received, void: voided }
