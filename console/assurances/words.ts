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

interface Conditional {
  readonly conditions: readonly unknown[]
  /** Of its own conditions; where it has none, of the suspensions that keep it. */
  readonly unmet: readonly unknown[]
}

/** How an assurance's conditions stand: what was promised without any is not said to meet them. */
export const sayConditions = ({ conditions, unmet }: Conditional): Said => {
  if (unmet.length > 0) {
    return { word: `${sayHowMany(unmet.length, 'condition')} unmet`, tone: 'wait' }
  }
  return { word: conditions.length > 0 ? 'All conditions met' : 'No condition set', tone: 'plain' }
}
