import { TextInput, required } from 'react-admin'
import { OrganisationInput } from '../shared/command/inputs.js'
import { Several } from '../shared/command/Several.js'

interface Typed {
  readonly organisation?: unknown
  readonly person?: unknown
  readonly office?: unknown
}

export const FRESH_SPEAKER = { organisation: '', person: '', office: '' }

/** Who gave or received an assurance: an organisation each, with the person and the office. */
export const SpeakersInput = ({ source, one, only, add }: {
  source: string
  one: string
  only: string
  add: string
}) => (
  <Several source={source} one={one} only={only} add={add} begins={FRESH_SPEAKER}>
    {(place) => (
      <>
        <OrganisationInput
          source={`${place}.organisation`} label="Organisation" validate={required()}
        />
        <TextInput source={`${place}.person`} label="Person, if one is told" />
        <TextInput source={`${place}.office`} label="Office, if one is told" />
      </>
    )}
  </Several>
)

/** The speakers in what was typed. */
export const speakersOf = (typed: unknown): object[] =>
  (Array.isArray(typed) ? (typed as Typed[]) : []).map(({ organisation, person, office }) => ({
    organisation, person: person || null, office: office || null,
  }))
