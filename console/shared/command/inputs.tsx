import {
  AutocompleteArrayInput, AutocompleteInput, SelectInput, TextInput, required, type Validator,
} from 'react-admin'
import { graphql } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { fromLondon } from '../when.js'

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

const useRegions = () => {
  const { data } = useAsk(REGIONS, {})
  return {
    choices: data?.regions.edges.map(({ node }) => node) ?? [],
    isLoading: !data,
    optionText: ({ id, name, kind }: { id: string; name: string; kind: string }) =>
      `${name} (${id}, ${kind})`,
  }
}

/** A region, found by its name or its code. */
export const RegionInput = (props: Named) => <AutocompleteInput {...props} {...useRegions()} />

/** Several regions, each found by its name or its code. */
export const RegionsInput = (props: Named) => (
  <AutocompleteArrayInput {...props} {...useRegions()} />
)

/** Yes or no, with neither chosen beforehand. */
export const YesNoInput = (props: Named) => (
  <SelectInput
    {...props}
    choices={[{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }]}
    format={(is: unknown) => (is === true ? 'yes' : is === false ? 'no' : '')}
    parse={(word: string) => (word === '' ? null : word === 'yes')}
  />
)

/** A date and time on London's clocks; `momentOf` makes a moment of it. */
export const LondonTimeInput = (props: Named) => (
  <TextInput {...props} type="datetime-local" slotProps={{ inputLabel: { shrink: true } }} />
)

/** The moment of a date and time typed in London; null where none was. */
export const momentOf = (typed: unknown): string | null => {
  const text = textOrNull(typed)
  return text && fromLondon(text)
}

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
