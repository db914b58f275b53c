import { addDays } from '../../api/kernel/moment.js'
import { Activity } from '../../api/kernel/vocabulary.js'
import type { ScopeClauseFact, SuspensionFact } from '../../api/register/facts.js'
import type { AllFacts } from '../rules/naive-ruling.js'
import type { Random } from './random.js'

/** Where suspensions are drawn from. */
type Places = Pick<AllFacts, 'region' | 'practice'>

const NARROWED_BY_NOTHING: ScopeClauseFact = {
  activities: ['UPLOAD'],
  classifications: null,
  regions: null,
  practices: null,
  suppliers: null,
}

/** The suspension that was: uploads of the accelerated rollout, everywhere. */
const asItWas: SuspensionFact = {
  id: 'S-1',
  programme: 'SCR',
  strength: 'BINDING',
  scope: [{ ...NARROWED_BY_NOTHING, classifications: ['ACCELERATED'] }],
  from: '2010-04-16T10:00:00.000Z',
  endedAt: null,
  ending: null,
  endingReason: null,
  replacedBy: null,
  assurance: null,
  conditions: [],
  releases: false,
  spared: [],
  signatories: ['BMA/GPC'],
  imposedBy: 'DH',
  reason: 'Until professional and public awareness has been raised.',
  version: 1,
}

/** Of a hundred, four are national, sixteen of an SHA, sixty of a PCT, twenty of practices. */
const drawClause = ({ region, practice }: Places, random: Random): ScopeClauseFact => {
  const place = random.below(100)
  const activities = [Activity.UPLOAD, random.of(Object.values(Activity))]
  const clause = { ...NARROWED_BY_NOTHING, activities: [...new Set(activities)] }
  const regionsOf = (kind: string) => region.filter((each) => each.kind === kind)
  if (place < 2) return { ...clause, classifications: ['STANDARD', 'FAST_FOLLOWER'] }
  if (place < 4) return { ...clause, suppliers: [random.of(['EMIS', 'TPP'])] }
  if (place < 20) return { ...clause, regions: [random.of(regionsOf('SHA')).code] }
  if (place < 80) return { ...clause, regions: [random.of(regionsOf('PCT')).code] }
  const practices = Array.from({ length: 5 }, () => random.of(practice).odsCode)
  return { ...clause, practices }
}

const drawSuspension = (id: string, places: Places, random: Random): SuspensionFact => {
  const begins = addDays('2009-09-01', random.below(600))
  const ends = random.percent(50) ? addDays(begins, 1 + random.below(300)) : null
  return {
    ...asItWas,
    id,
    strength: random.percent(20) ? 'ADVISORY' : 'BINDING',
    scope: [drawClause(places, random)],
    from: `${begins}T09:00:00.000Z`,
    endedAt: ends && `${ends}T17:00:00.000Z`,
  }
}

/** So many suspensions: the one that was, and others drawn over two years. */
export const drawSuspensions = (
  count: number,
  places: Places,
  random: Random,
): SuspensionFact[] => [
  asItWas,
  ...Array.from({ length: count - 1 }, (_, index) =>
    drawSuspension(`S-${index + 2}`, places, random),
  ),
]
