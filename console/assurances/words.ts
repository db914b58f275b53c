import type { Said } from '../shared/say.js'
import { sayHowMany } from '../shared/when.js'
import type { Speaker } from './source.js'

/** "Andrew Lansley, Secretary of State, Department of Health (DH)". */
export const saySpeaker = ({ person, office, organisation: { name, code } }: Speaker): string =>
  [person, office, `${name} (${code})`].filter(Boolean).join(', ')

export const saySpeakers = (speakers: readonly Speaker[]): string =>
  speakers.map(saySpeaker).join('; ')

/** "DH", "BMA/GPC, RCGP": where there is no room for more. */
export const sayOrganisations = (speakers: readonly Speaker[]): string =>
  [...new Set(speakers.map(({ organisation }) => organisation.code))].join(', ')

export const WORDINGS = {
  VERBATIM: 'Verbatim',
  AS_REPORTED: 'As it was reported',
} as const

/** How many of its conditions are unmet. */
export const sayUnmet = (unmet: readonly unknown[]): Said =>
  unmet.length > 0
    ? { word: `${sayHowMany(unmet.length, 'condition')} unmet`, tone: 'wait' }
    : { word: 'No condition unmet', tone: 'plain' }
