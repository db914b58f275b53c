import { toMoment } from '../../api/kernel/moment.js'
import { Matter } from '../../api/kernel/vocabulary.js'
import type { AgreementFact, ConditionFact, SignOffFact } from '../../api/register/facts.js'
import { dossierOf, whereabouts } from '../../api/rules/dossier.js'
import type { AllFacts } from '../rules/naive-ruling.js'
import { registerOf } from '../rules/register-of.js'

/** What those whom conditions name give honestly, whatever one person did before. */

const GIVEN = { programme: 'SCR', withdrawnAt: null, version: 1 }

const AGREEMENT: ConditionFact = {
  id: 'c0', kind: 'AGREEMENT', audience: null, days: null, party: 'PRACTICE',
  matter: 'INFORMED', organisation: null, since: '2009-01-01T00:00:00.000Z',
}

/** Every suspension holds, and releases once a practice agrees and what else was drawn is met. */
export const waiting = (facts: AllFacts): AllFacts => ({
  ...facts,
  agreement: [],
  suspension: facts.suspension.map((each) => ({
    ...each,
    strength: 'BINDING',
    endedAt: null,
    releases: true,
    spared: [],
    conditions: [AGREEMENT, ...each.conditions.filter(({ id }) => id !== 'c0').slice(0, 1)],
  })),
})

/** Each practice agrees, and the PCT it lies in. */
const agreements = (facts: AllFacts, nowMs: number): AgreementFact[] => {
  const register = registerOf(facts)
  const givenAt = toMoment(nowMs)
  return facts.practice.flatMap((practice) => {
    const { belongs, path } = whereabouts(dossierOf(register, practice), nowMs)
    return Object.values(Matter).flatMap((matter) => {
      const given = { ...GIVEN, practice: practice.odsCode, matter, givenAt }
      const id = `G-${practice.odsCode}-${matter}`
      const pct = path.regions[0] ?? null
      return [
        { ...given, id, party: 'PRACTICE' as const, region: null },
        ...(belongs ? [{ ...given, id: `${id}-PCT`, party: 'PCT' as const, region: pct }] : []),
      ]
    })
  })
}

/** BMA/GPC signs off whatever asked for it before. */
const signOffs = ({ suspension }: AllFacts, nowMs: number): SignOffFact[] =>
  suspension.flatMap(({ id, conditions }) =>
    conditions
      .filter(({ organisation }) => organisation === 'BMA/GPC')
      .map(({ id: condition }) => ({
        id: `F-${id}-${condition}`,
        suspension: id,
        condition,
        organisation: 'BMA/GPC',
        regions: null,
        practices: null,
        givenAt: toMoment(nowMs),
        withdrawnAt: null,
        version: 1,
      })),
  )

/** What is so once they have given it; `first` has the suspensions that they know of. */
export const withHonest = (facts: AllFacts, first: AllFacts, nowMs: number): AllFacts => ({
  ...facts,
  agreement: [...facts.agreement, ...agreements(facts, nowMs)],
  signoff: [...facts.signoff, ...signOffs(first, nowMs)],
})
