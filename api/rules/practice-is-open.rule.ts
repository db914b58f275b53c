import { sayDay, toMoment } from '../kernel/moment.js'
import { remembered } from '../kernel/remembered.js'
import { NO_REASONS, reason, type Rule } from './rule.js'

const MESSAGE = 'The practice is not open, or belongs to no region, at that moment.'

const NEVER_AGAIN = reason('PRACTICE_NOT_OPEN', MESSAGE, {
  remedy: 'Ask the department to record when it is open and where it belongs.',
})

const opensLater = remembered(1_000, (nextOpenMs: number) =>
  reason('PRACTICE_NOT_OPEN', MESSAGE, {
    remedy: `It opens on ${sayDay(nextOpenMs)}.`,
    permittedFrom: toMoment(nextOpenMs),
  }),
)

/** The practice is open and belongs to a region at that moment. */
export const practiceIsOpen: Rule = ({ open, nextOpenMs }) => {
  if (open) return NO_REASONS
  return [nextOpenMs === null ? NEVER_AGAIN : opensLater(nextOpenMs)]
}
