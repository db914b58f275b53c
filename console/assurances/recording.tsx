import { BooleanInput, RadioButtonGroupInput, TextInput, required } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { Values } from '../shared/command/command.js'
import {
  ConditionsInput, conditionsOf, typedConditions,
} from '../shared/command/ConditionsInput.js'
import { DocumentInput, documentOf } from '../shared/command/DocumentInput.js'
import { choicesOf, ProgrammeInput } from '../shared/command/inputs.js'
import { scopeOf, ScopeInput, typedScope } from '../shared/command/ScopeInput.js'
import type { Assurance, Speaker } from './source.js'
import { SpeakersInput, speakersOf } from './SpeakersInput.js'
import { WORDINGS } from './words.js'
import { DayInput } from '../shared/command/WhenInputs.js'

const READERS = { yes: 'Everybody', no: 'Its parties, administrators and auditors' } as const

const ReportedBy = () => {
  const wording: unknown = useWatch({ name: 'wording' })
  if (wording !== 'AS_REPORTED') return null
  return <TextInput source="reportedBy" label="Who reported it" validate={required()} />
}

/** What an assurance says of itself, as it is recorded. */
export const AssuranceFields = () => (
  <>
    <ProgrammeInput />
    <TextInput
      source="text" label="What was said" multiline minRows={4} fullWidth validate={required()}
    />
    <RadioButtonGroupInput
      source="wording" label="Wording" choices={choicesOf(WORDINGS)} validate={required()}
    />
    <ReportedBy />
    <SpeakersInput source="givenBy" one="giver" only="Given by" add="Add a giver" />
    <SpeakersInput source="givenTo" one="recipient" only="Given to" add="Add a recipient" />
    <DayInput source="givenOn" label="Given on" validate={required()} />
    <TextInput
      source="channel" label="Channel" validate={required()}
      helperText="How it was given, such as a letter or a meeting."
    />
    <BooleanInput
      source="ministerialStatement" label="A minister stated it"
      helperText="Under purdah that is a breach, and is kept as one."
    />
    <RadioButtonGroupInput
      source="public" label="Who may read it" choices={choicesOf(READERS)} validate={required()}
    />
    <DocumentInput source="document" label="The document that holds it" isOptional />
    <ScopeInput what="What it is about" />
    <ConditionsInput otherwise="Empty: since the beginning of the day it was given." />
  </>
)

/** An assurance in what was typed. */
export const assuranceOf = (values: Values) => ({
  programme: values.programme,
  text: values.text,
  wording: values.wording,
  reportedBy: values.wording === 'AS_REPORTED' ? values.reportedBy || null : null,
  givenBy: speakersOf(values.givenBy),
  givenTo: speakersOf(values.givenTo),
  givenOn: values.givenOn,
  channel: values.channel,
  ministerialStatement: values.ministerialStatement === true,
  public: values.public === 'yes',
  document: documentOf(values.document),
  scope: scopeOf(values.scope),
  conditions: conditionsOf(values.conditions),
  reason: values.reason,
})

const typedSpeakers = (speakers: readonly Speaker[]): Values[] =>
  speakers.map(({ organisation, person, office }) => ({
    organisation: organisation.code, person: person ?? '', office: office ?? '',
  }))

/** An assurance there is, as a form begins with it. */
export const typedAssurance = (assurance: Assurance): Values => ({
  programme: assurance.programme.code,
  text: assurance.text,
  wording: assurance.wording,
  reportedBy: assurance.reportedBy ?? '',
  givenBy: typedSpeakers(assurance.givenBy),
  givenTo: typedSpeakers(assurance.givenTo),
  givenOn: assurance.givenOn,
  channel: assurance.channel,
  ministerialStatement: assurance.ministerialStatement,
  public: assurance.public ? 'yes' : 'no',
  document: assurance.document ? { ...assurance.document } : null,
  scope: typedScope(assurance.scope),
  conditions: typedConditions(assurance.conditions),
})
