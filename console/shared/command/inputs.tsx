import {
  AutocompleteArrayInput, AutocompleteInput, CheckboxGroupInput, SelectInput, TextInput, required,
  type Validator,
} from 'react-admin'
import { graphql } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { fromLondon, toLondon } from '../when.js'

/** The choices of an enum, as react-admin's inputs take them. */
export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([id, name]) => ({ id, name }))

export interface Named {
  readonly source: string
  readonly label: string
  readonly validate?: Validator
  readonly helperText?: string
}

/** Several of some choices. Each box has the name of the field, so that complaints find it. */
export const CheckboxesInput = (
  props: Named & { choices: ReturnType<typeof choicesOf>; row?: boolean },
) => (
  <CheckboxGroupInput {...props} options={{ name: props.source }} />
)

const PROGRAMMES = graphql(`
  query ProgrammeChoices {
    programmes(first: 200) { edges { node { id: code name } } }
  }
`)

/** The programmes there are: their names, by their codes. */
export const useProgrammes = (): Readonly<Record<string, string>> => {
  const { data } = useAsk(PROGRAMMES, {})
  const edges = data?.programmes.edges ?? []
  return Object.fromEntries(edges.map(({ node: { id, name } }) => [id, name]))
}

export const ProgrammeInput = ({ source = 'programme' }: { source?: string }) => {
  const { data } = useAsk(PROGRAMMES, {})
  const choices = data?.programmes.edges.map(({ node }) => node) ?? []
  return (
    <SelectInput
      source={source} label="Programme" choices={choices} isLoading={!data}
      optionText="name" validate={required()}
    />
  )
}

const REGIONS = graphql(`
  query RegionChoices {
    regions(first: 200, filter: { within: "ENG" }) { edges { node { id: code name kind } } }
  }
`)

const sayRegion = ({ id, name, kind }: { id: string; name: string; kind: string }) =>
  `${name} (${id}, ${kind})`

const useRegions = () => {
  const { data } = useAsk(REGIONS, {})
  const choices = data?.regions.edges.map(({ node }) => node) ?? []
  return { choices, isLoading: !data, optionText: sayRegion }
}

/** A region, found by its name or its code. */
export const RegionInput = (props: Named) => <AutocompleteInput {...props} {...useRegions()} />

/** Several regions, each found by its name or its code. */
export const RegionsInput = (props: Named) => (
  <AutocompleteArrayInput {...props} {...useRegions()} fullWidth />
)

const ORGANISATIONS = graphql(`
  query OrganisationChoices {
    organisations(first: 200) { edges { node { id: code name } } }
  }
`)

const useOrganisations = () => {
  const { data } = useAsk(ORGANISATIONS, {})
  const choices = data?.organisations.edges.map(({ node }) => node) ?? []
  const optionText = ({ id, name }: { id: string; name: string }) => `${name} (${id})`
  return { choices, isLoading: !data, optionText }
}

/** An organisation, found by its name or its code. */
export const OrganisationInput = (props: Named) => (
  <AutocompleteInput {...props} {...useOrganisations()} />
)

/** Several organisations, each found by its name or its code. */
export const OrganisationsInput = (props: Named) => (
  <AutocompleteArrayInput {...props} {...useOrganisations()} fullWidth />
)

/** The moment in what was typed, null where nothing was; `was` has the seconds no box shows. */
export const momentOf = (typed: unknown, was: string | null = null): string | null => {
  if (typeof typed !== 'string' || typed === '') return null
  return was && toLondon(was) === typed ? was : fromLondon(typed)
}

/** Yes or no, with neither chosen beforehand. */
export const YesNoInput = (props: Named) => (
  <SelectInput
    {...props}
    choices={[{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }]}
    format={(is: unknown) => (is === true ? 'yes' : is === false ? 'no' : '')}
    parse={(word: string) => (word === '' ? null : word === 'yes')}
  />
)

/** What was typed, or null where nothing was. */
export const textOrNull = (typed: unknown): string | null =>
  typeof typed === 'string' && typed.trim() !== '' ? typed : null

/** Practices by their codes, typed or pasted. */
export const PracticeCodesInput = (props: Named) => (
  <TextInput {...props} multiline fullWidth />
)

/** The codes in what was typed; null where there are none, which narrows nothing. */
export const codesOf = (typed: unknown): string[] | null => {
  const codes = typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : []
  return codes.length > 0 ? codes.map((code) => code.toUpperCase()) : null
}

/** What was chosen of a list; null where nothing was, which narrows nothing. */
export const chosenOf = <Code extends string>(chosen: unknown): Code[] | null =>
  Array.isArray(chosen) && chosen.length > 0 ? (chosen as Code[]) : null
