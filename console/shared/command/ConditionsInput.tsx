import { NumberInput, SelectInput, required } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { Condition } from '../condition.js'
import { toLondon } from '../when.js'
import type { Values } from './command.js'
import { choicesOf, momentOf, OrganisationInput } from './inputs.js'
import { Several } from './Several.js'
import { MomentInput } from './WhenInputs.js'

type Kind = Condition['kind']
/** A condition as it is typed; `was` is since when exactly its evidence counted before. */
type Typed = Partial<Record<keyof Condition | 'was', unknown>>

const KINDS = {
  AGREEMENT: 'A practice or its PCT agrees',
  CONSULTATION_OPENED: 'A consultation is opened there',
  CONSULTATION_CONCLUDED: 'A consultation is concluded there',
  NOTICE: 'Patients have had notice',
  SIGN_OFF: 'An organisation signs',
} as const
const AUDIENCES = { PRACTICES: 'Practices', PATIENTS: 'Patients' } as const
const PARTIES = { PRACTICE: 'The practice', PCT: 'Its PCT' } as const
const MATTERS = {
  INFORMED: 'Patients are informed', ABLE_TO_OPT_OUT: 'Patients are able to opt out',
} as const

/** Each kind asks exactly for its own fields. */
const ASKS: Readonly<Record<Kind, readonly (keyof Condition)[]>> = {
  AGREEMENT: ['party', 'matter'],
  CONSULTATION_OPENED: ['audience'],
  CONSULTATION_CONCLUDED: ['audience'],
  NOTICE: ['days'],
  SIGN_OFF: ['organisation'],
}

/** Conditions as a form begins with them. */
export const typedConditions = (conditions: readonly Condition[]): Values[] =>
  conditions.map(({ place: _, since, ...rest }) => ({
    ...rest, since: toLondon(since), was: since,
  }))

/** A box shows minutes: what was left as it was keeps its seconds. */
const sinceOf = ({ since, was }: Typed): string | null =>
  typeof was === 'string' && since === toLondon(was) ? was : momentOf(since)

/** The conditions in what was typed: of each, what its kind asks for. */
export const conditionsOf = (typed: unknown): object[] =>
  (Array.isArray(typed) ? (typed as Typed[]) : []).map((condition) => {
    const kind = condition.kind as Kind
    const asked = ASKS[kind].map((field) => [field, condition[field] ?? null] as const)
    return { kind, ...Object.fromEntries<unknown>(asked), since: sinceOf(condition) }
  })

const choice = (source: string, label: string, words: Readonly<Record<string, string>>) => (
  <SelectInput source={source} label={label} choices={choicesOf(words)} validate={required()} />
)

/** What a kind of condition asks for. */
const Asked = ({ source }: { source: string }) => {
  const kind = useWatch({ name: `${source}.kind` }) as Kind | undefined
  switch (kind) {
    case 'AGREEMENT':
      return (
        <>
          {choice(`${source}.party`, 'Who agrees', PARTIES)}
          {choice(`${source}.matter`, 'That', MATTERS)}
        </>
      )
    case 'CONSULTATION_OPENED':
    case 'CONSULTATION_CONCLUDED':
      return choice(`${source}.audience`, 'Who is asked', AUDIENCES)
    case 'NOTICE':
      return (
        <NumberInput
          source={`${source}.days`} label="Days since the last mailing" min={1} step={1}
          validate={required()}
        />
      )
    case 'SIGN_OFF':
      return (
        <OrganisationInput
          source={`${source}.organisation`} label="Who signs" validate={required()}
        />
      )
    case undefined:
      return null
  }
}

/** What must be so first: conditions of the known kinds, in plain words. */
export const ConditionsInput = ({ otherwise }: {
  /** Since when evidence counts, where it is left out. */
  otherwise: string
}) => (
  <Several
    source="conditions" one="condition" add="Add a condition"
    begins={{ kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED', since: '' }}
  >
    {(source) => (
      <>
        {choice(`${source}.kind`, 'What must be so', KINDS)}
        <Asked source={source} />
        <MomentInput
          source={`${source}.since`} label="Evidence counts since" helperText={otherwise}
        />
      </>
    )}
  </Several>
)
