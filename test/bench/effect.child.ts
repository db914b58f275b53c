import type { Change } from '../../api/access/change.js'
import { openChange, type OpenChange } from '../../api/changes/open-change.js'
import { judge, type Judgement } from '../../api/changes/gate.js'
import { operator } from '../../api/kernel/actor.js'
import { toMoment } from '../../api/kernel/moment.js'
import type { PracticeFact, SuspensionFact } from '../../api/register/facts.js'
import type { Register } from '../../api/register/register.js'
import { registerOf } from '../rules/register-of.js'
import { answerParent } from './child.js'
import { england, NOW_MS, PROGRAMME, type EnglandSize } from './england.js'
import { interleave, median, taken } from './measure.js'

export interface EffectInput extends EnglandSize {
  readonly rounds: number
}

/** Milliseconds to judge each change, first in a process and later, and practices it turns. */
export interface EffectMeasured {
  readonly name: string
  readonly firstMs: number
  readonly ms: number
  readonly turned: number
}

type Work = (change: Change) => unknown

const SUSPENSION: Omit<SuspensionFact, 'id' | 'scope' | 'version'> = {
  programme: PROGRAMME,
  strength: 'BINDING',
  from: toMoment(NOW_MS),
  endedAt: null,
  ending: null,
  replacedBy: null,
  endingReason: null,
  assurance: null,
  conditions: [],
  releases: false,
  spared: [],
  signatories: [],
  imposedBy: 'DH',
  reason: 'For the bench.',
}

const impose = (regions: string[] | null): Work => (change) =>
  change.save('suspension', {
    ...SUSPENSION,
    id: change.newId('suspension'),
    scope: [{
      activities: ['UPLOAD'], classifications: null, regions, practices: null, suppliers: null,
    }],
  })

const reclassify = (region: string): Work => (change) => {
  for (const rollout of [...change.register.all('rollout')]) {
    if (rollout.region !== region || rollout.endedAt !== null) continue
    const earlier = { classification: rollout.classification, until: change.now }
    change.save('rollout', {
      ...rollout,
      classification: rollout.classification === 'STANDARD' ? 'ACCELERATED' : 'STANDARD',
      earlierClassifications: [...rollout.earlierClassifications, earlier],
    })
  }
}

const move = (practice: PracticeFact): Work => (change) => {
  const [first, ...rest] = practice.memberships
  if (!first) return
  change.save('practice', { ...practice, memberships: [{ ...first, region: '5HQ' }, ...rest] })
}

const CHANGES: Readonly<Record<string, (register: Register) => Work>> = {
  'suspend England': () => impose(null),
  'suspend London': () => impose(['Q36']),
  'suspend Bolton': () => impose(['5HQ']),
  'reclassify Bolton': () => reclassify('5HQ'),
  'move one practice': (register) => move([...register.all('practice')][100] as PracticeFact),
}

const openOn = (register: Register, work: Work): OpenChange => {
  const open = openChange(operator('bench'), NOW_MS, register.fork())
  work(open.change)
  return open
}

const turnedBy = ({ turns }: Judgement): number =>
  new Set(turns.flatMap(({ practices }) => practices)).size

const effects = async ({ rounds, ...size }: EffectInput): Promise<EffectMeasured[]> => {
  const register = registerOf(england(size))
  const measured: EffectMeasured[] = []
  for (const [name, workOn] of Object.entries(CHANGES)) {
    const work = workOn(register)
    let turned = 0
    const once = () =>
      taken(async () => (turned = turnedBy(await judge(register, openOn(register, work)))))
    const first = await once()
    const later = await interleave(rounds, { one: once })
    measured.push({ name, firstMs: first.ms, ms: median(later.map(({ one }) => one.ms)), turned })
  }
  return measured
}

answerParent({ effects })
