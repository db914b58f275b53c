import { DEMONSTRATION_BEGINS_MS } from '../../api/kernel/clock.js'
import { addDays, type Day, type Moment } from '../../api/kernel/moment.js'
import { Classification } from '../../api/kernel/vocabulary.js'
import type {
  MailingFact, PracticeFact, ProgrammeFact, RegionFact, RegionTermFact, RolloutFact,
} from '../../api/register/facts.js'
import { readReferenceBodies } from '../../api/regions/reference-bodies.js'
import { NO_FACTS, type AllFacts } from '../rules/naive-ruling.js'
import { drawSuspensions } from './suspensions.js'
import { readPractices } from './practices.js'
import { randomFrom, type Random } from './random.js'

/** How much is ruled on: England so many times over, under so many suspensions. */
export interface EnglandSize {
  readonly copies: number
  readonly suspensions: number
}

export const PROGRAMME = 'SCR'
/** The moment of the questions about now, when every register of the bench begins to be asked. */
export const NOW_MS = DEMONSTRATION_BEGINS_MS

const coded = (code: string, copy: number): string => (copy === 0 ? code : `${code}.${copy}`)

const termsIn = (copy: number, terms: readonly RegionTermFact[]): RegionTermFact[] =>
  terms.map(({ region, from, to }) => ({ region: coded(region, copy), from, to }))

const practicesIn = (copy: number): PracticeFact[] => {
  const { practices, suppliersFrom } = readPractices()
  return practices.map(({ odsCode, name, openFrom, openTo, memberships, supplier }) => ({
    odsCode: coded(odsCode, copy),
    name,
    openFrom,
    openTo,
    memberships: termsIn(copy, memberships),
    suppliers: supplier ? [{ supplier, from: suppliersFrom, to: null }] : [],
    version: 1,
  }))
}

const regionsIn = (copy: number): RegionFact[] =>
  readReferenceBodies().regions.map(({ code, parents, ...rest }) => ({
    ...rest,
    code: coded(code, copy),
    parents: termsIn(copy, parents),
    version: 1,
  }))

/** Regions that nobody described, recorded without a parent as an import would. */
const othersOf = (regions: readonly RegionFact[], practices: readonly PracticeFact[]) => {
  const known = new Set(regions.map(({ code }) => code))
  const named = practices.flatMap(({ memberships }) => memberships.map(({ region }) => region))
  return [...new Set(named)]
    .filter((code) => !known.has(code))
    .map((code): RegionFact => ({ code, name: code, kind: 'OTHER', parents: [], version: 1 }))
}

const programme = (): ProgrammeFact => {
  const obligations = [{ code: 'CORE_ONLY', text: 'Upload medications and allergies, no more.' }]
  const terms = { noticeDaysMin: 84, validitySecondsMax: 3600, obligations }
  return {
    code: PROGRAMME,
    name: 'Summary Care Record',
    terms: [
      { ...terms, from: '2007-03-01T00:00:00.000Z' },
      { ...terms, from: '2010-09-01T00:00:00.000Z', noticeDaysMin: 56 },
    ],
    version: 1,
  }
}

const BEGUN: Day = '2009-09-01'
const at = (day: Day): Moment => `${day}T10:00:00.000Z`

/** Of ten rollouts eight run, one is planned and one is over; one in ten names practices. */
const rolloutOf = (region: string, id: string, members: string[], random: Random): RolloutFact => {
  const startedOn = addDays(BEGUN, random.below(200))
  const state = random.of(['ended', 'planned', ...Array.from({ length: 8 }, () => 'running')])
  const earlier = { classification: random.of(Object.values(Classification)), until: at(startedOn) }
  return {
    id,
    programme: PROGRAMME,
    region,
    classification: random.of(Object.values(Classification)),
    earlierClassifications: random.percent(20) ? [earlier] : [],
    practices: random.percent(10) ? members.slice(0, members.length / 2) : null,
    plannedOn: state === 'planned' ? addDays('2010-05-01', random.below(300)) : startedOn,
    startedAt: state === 'planned' ? null : at(startedOn),
    endedAt: state === 'ended' ? at(addDays(startedOn, 120)) : null,
    funding: null,
    version: 1,
  }
}

const mailingOf = (region: string, id: string, random: Random): MailingFact => ({
  id,
  programme: PROGRAMME,
  region,
  practices: null,
  packs: 250_000,
  lastReceivedOn: addDays('2009-11-01', random.below(160)),
  withOptOutForm: false,
  plannedFor: null,
  exemption: null,
  breach: null,
  voidedAt: null,
  version: 1,
})

/** PCTs of the time, each with the practices that were ever in it. */
const membersByPct = (facts: Pick<AllFacts, 'region' | 'practice'>): Map<string, string[]> => {
  const members = new Map<string, string[]>(
    facts.region.filter(({ kind }) => kind === 'PCT').map(({ code }) => [code, []]),
  )
  for (const { odsCode, memberships } of facts.practice) {
    for (const { region } of memberships) members.get(region)?.push(odsCode)
  }
  return members
}

/** England as facts: its practices and bodies as they were, the rest drawn, the same every time. */
export const england = ({ copies, suspensions }: EnglandSize): AllFacts => {
  const random = randomFrom(2010)
  const each = Array.from({ length: copies }, (_, copy) => copy)
  const practice = each.flatMap(practicesIn)
  const described = each.flatMap(regionsIn)
  const region = [...described, ...othersOf(described, practice)]
  const pcts = membersByPct({ region, practice })
  const live = practice.filter(() => random.percent(5))
  return {
    ...NO_FACTS,
    region,
    practice,
    programme: [programme()],
    rollout: [...pcts].map(([pct, members], index) =>
      rolloutOf(pct, `R-${index + 1}`, members, random),
    ),
    mailing: [...pcts.keys()].map((pct, index) => mailingOf(pct, `M-${index + 1}`, random)),
    suspension: drawSuspensions(suspensions, { region, practice }, random),
    live: live.map(({ odsCode }) => ({
      id: `${PROGRAMME}/${odsCode}`,
      programme: PROGRAMME,
      practice: odsCode,
      liveFrom: at(addDays(BEGUN, random.below(200))),
      breach: null,
      permittedFrom: null,
      version: 1,
    })),
  }
}
