import { sayDay, toMoment } from '../kernel/moment.js'
import { reason, type Rule } from './rule.js'

/** The practice is open and belongs to a region at that moment. */
export const practiceIsOpen: Rule = ({ open, nextOpenMs }) => {
  if (open) return []
  const message = 'The practice is not open, or belongs to no region, at that moment.'
  if (nextOpenMs === null) {
    return [
      reason('PRACTICE_NOT_OPEN', message, {
        remedy: 'Ask the department to record when it is open and where it belongs.',
      }),
    ]
  }
  const remedy = `It opens on ${sayDay(nextOpenMs)}.`
  return [
    reason('PRACTICE_NOT_OPEN', message, { remedy, permittedFrom: toMoment(nextOpenMs) }),
  ]
}
