import { AutocompleteInput, SelectInput, TextInput, required, type Validator } from 'react-admin'
import { graphql } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { fromLondon, toLondon } from '../when.js'

/** The choices of an enum, as react-admin's inputs take them. */
export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([id, name]) => ({ id, name }))

interface Named {
  readonly source: string
  readonly label: string
  readonly validate?: Validator
  readonly helperText?: string
}

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

/** A region, found by its name or its code. */
export const RegionInput = (props: Named) => {
  const { data } = useAsk(REGIONS, {})
  const choices = data?.regions.edges.map(({ node }) => node) ?? []
  return (
    <AutocompleteInput
      {...props}
      choices={choices}
      isLoading={!data}
      optionText={({ id, name, kind }: { id: string; name: string; kind: string }) =>
        `${name} (${id}, ${kind})`}
    />
  )
}

/** A moment by date and time, as London's clocks show it; `momentOf` reads it. */
export const MomentInput = ({ label, ...rest }: Named) => (
  <TextInput
    {...rest} label={`${label}, in London`} type="datetime-local"
    slotProps={{ inputLabel: { shrink: true } }}
  />
)

/** The moment in what was typed, null where nothing was; `was` has the seconds no box shows. */
export const momentOf = (typed: unknown, was: string | null = null): string | null => {
  if (typeof typed !== 'string' || typed === '') return null
  return was && toLondon(was) === typed ? was : fromLondon(typed)
}

/** Practices by their codes, typed or pasted. */
export const PracticeCodesInput = (props: Named) => (
  <TextInput {...props} multiline fullWidth />
)

/** The codes in what was typed; null where there are none, which narrows nothing. */
export const codesOf = (typed: unknown): string[] | null => {
  const codes = typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : []
  return codes.length > 0 ? codes.map((code) => code.toUpperCase()) : null
}
