import { Refusal } from '../kernel/refusal.js'
import { LIMITS } from './limits.js'

/** Whether a value has no more than so many levels of lists and objects in each other. */
const isWithin = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  for (const each of Object.values(value)) {
    if (typeof each === 'object' && !isWithin(each, levels - 1)) return false
  }
  return true
}

/** Refuses a body that no honest client sends, before anything walks through it. */
export const refuseUnlikely = (body: unknown): void => {
  if (Array.isArray(body)) {
    const message = 'A list of requests is not answered. Send one at a time, or several at once.'
    throw new Refusal('BATCH_REFUSED', message)
  }
  if (isWithin(body, LIMITS.variablesDepth)) return
  throw new Refusal(
    'VARIABLES_TOO_DEEP',
    `A request may have ${LIMITS.variablesDepth} levels of lists and objects in each other.`,
    { levelsMax: LIMITS.variablesDepth },
  )
}
