import type { Said } from '../shared/say.js'
import type { SuspensionRow } from './source.js'

type Standing = Pick<SuspensionRow, 'from' | 'endedAt' | 'ending' | 'inForce'>

const ENDINGS = { LIFTED: 'Lifted', REPLACED: 'Replaced', ANNULLED: 'Annulled' } as const

/** Whether a suspension holds, held, or is to hold, at the moment looked at; null is now. */
export const sayInForce = (standing: Standing, at: string | null): Said => {
  const { inForce, ending, endedAt, from } = standing
  if (inForce) return { word: 'In force', tone: 'bad' }
  const isBefore = at !== null && Date.parse(at) < Date.parse(from)
  if (endedAt === null || isBefore) return { word: 'Not yet in force', tone: 'wait' }
  return { word: ending ? ENDINGS[ending] : 'Ended', tone: 'plain' }
}

export const STRENGTHS = {
  BINDING: 'Binding: refuses', ADVISORY: 'Advisory: is only shown',
} as const

export const sayStrength = (strength: keyof typeof STRENGTHS): Said => ({
  word: strength === 'BINDING' ? 'Binding' : 'Advisory', tone: 'plain',
})
