import { SelectInput, TextInput, required } from 'react-admin'
import {
  choicesOf, ProgrammeInput, RegionsInput, textOrNull,
} from '../shared/command/inputs.js'
import type { Presets, Values } from '../shared/command/command.js'
import { AUDIENCES } from '../shared/say.js'
import { DayInput } from '../shared/command/WhenInputs.js'

export const ClosesOnInput = () => (
  <DayInput
    source="closesOn" label="Closes on" validate={required()}
    helperText="The first day nobody can answer any more."
  />
)

/** What a consultation is, opened here or elsewhere. */
export const AskedInputs = () => (
  <>
    <ProgrammeInput />
    <TextInput source="title" label="Title" fullWidth validate={required()} />
    <SelectInput
      source="audience" label="Who is asked" choices={choicesOf(AUDIENCES)} validate={required()}
    />
    <RegionsInput source="regions" label="Regions" validate={required()} />
    <ClosesOnInput />
  </>
)

/** What allows a consultation that would be refused as it is. */
export const ExceptionInputs = () => (
  <>
    <fieldset className="fields">
      <legend>If it is shorter than 84 days</legend>
      <p>A shorter consultation needs a clearance, and a reason that is published. </p>
      <TextInput source="deviation.reference" label="Reference of the clearance" />
      <TextInput
        source="deviation.reason" label="Why it is shorter, as published" multiline fullWidth
      />
    </fieldset>
    <fieldset className="fields">
      <legend>If it opens in purdah</legend>
      <p>Purdah is a pre-election period: nothing new is opened in it without permission.</p>
      <TextInput source="exemption" label="Reference of the permission" />
    </fieldset>
  </>
)

/** A form for one region, where the address names it. */
export const beginsIn = (_: null, { region }: Presets): Values => ({
  programme: 'SCR', regions: region ? [region] : [],
})

const deviationOf = (typed: unknown): object | null => {
  const { reference, reason } = (typed ?? {}) as { reference?: unknown; reason?: unknown }
  const given = { reference: textOrNull(reference), reason: textOrNull(reason) }
  return given.reference || given.reason ? given : null
}

/** The input of the mutation, but for what each of them has alone. */
export const askedOf = (values: Values): Values => ({
  programme: values.programme,
  title: values.title,
  audience: values.audience,
  regions: values.regions,
  closesOn: values.closesOn,
  deviation: deviationOf(values.deviation),
  exemption: textOrNull(values.exemption),
  reason: values.reason,
})
