import { EARLY_ADOPTERS } from './early-adopters.js'
import { mail, planAndStart } from './rollouts.js'
import type { Step } from './step.js'

/** The five regions of the acceleration, and the nine PCTs that had uploads planned. */
const ACCELERATED = [
  { region: 'Q30', practices: 402, mailed: '2010-01-20' },
  { region: 'Q31', practices: 1233, mailed: '2010-01-15' },
  { region: 'Q32', practices: 780, mailed: '2010-01-27' },
  { region: 'Q35', practices: 786, mailed: '2010-01-25' },
  { region: 'Q36', practices: 1461, mailed: '2010-01-22' },
  { region: '5N8', practices: 95, mailed: '2010-01-11' },
  { region: '5PY', practices: 79, mailed: '2010-01-12' },
  { region: '5GC', practices: 31, mailed: '2010-01-12' },
  { region: '5PW', practices: 45, mailed: '2010-01-13' },
  { region: '5P1', practices: 66, mailed: '2010-01-13' },
  { region: '5A8', practices: 43, mailed: '2010-01-14' },
  { region: '5J9', practices: 12, mailed: '2010-01-14' },
  { region: '5QA', practices: 112, mailed: '2010-01-18' },
  { region: '5P6', practices: 92, mailed: '2010-01-19' },
]
/** PCTs of London that mailed again, whose patients' notice is not over on 22 April 2010. */
const MAILED_AGAIN = [
  { region: 'TAK', practices: 28, mailed: '2010-02-15' },
  { region: '5LE', practices: 47, mailed: '2010-02-22' },
  { region: '5NC', practices: 45, mailed: '2010-02-26' },
]

/** From December 2009 to February 2010: the wave begins, and patients get their packs. */
export const acceleration = (): Step[] => [
  ...ACCELERATED.flatMap(({ region }, index) =>
    planAndStart(
      {
        id: `R-${EARLY_ADOPTERS.length + index + 1}`,
        region,
        classification: 'ACCELERATED',
        practices: null,
        planned: '2009-12-14',
        starts: '2010-01-04',
        reason: 'Accelerated with central money, to be spent by 31 March 2010.',
      },
      index,
    ),
  ),
  ...[...ACCELERATED, ...MAILED_AGAIN].map(({ region, practices, mailed }, index) =>
    mail(region, null, practices, mailed, index),
  ),
]
