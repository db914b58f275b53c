import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { caseOf } from '../../api/rules/case.js'
import { conditionProgress, conditionStates } from '../../api/rules/conditions.js'
import { ProgrammeView } from '../../api/rules/programme-view.js'
import { rulerOf } from '../../api/rules/ruler.js'
import { timelineOf } from '../../api/rules/timeline.js'
import { asNaive } from './as-naive.js'
import { naiveUnmet } from './naive-conditions.js'
import { naiveRuling, whereOf, type NaiveAnswer, type NaiveQuestion } from './naive-ruling.js'
import { randomFactsAndQuestions } from './random-questions.js'
import { registerOf } from './register-of.js'

const UNKNOWN: NaiveAnswer = {
  outcome: 'REFUSE',
  reasons: [
    { code: 'PRACTICE_UNKNOWN', permittedFromMs: null, suspension: null, unmet: [], rollout: null },
  ],
  advisories: [],
  dispensations: [],
  obligations: [],
  rollouts: [],
}

test.each([
  ['from the first moment asked about', -8e15],
  ['alone, before the timelines begin', 8e15],
])('rulings agree with a second, naive implementation, %s', (_, sinceMs) => {
  fc.assert(
    fc.property(randomFactsAndQuestions(20, ['SCR', 'EPS']), ({ facts, questions }) => {
      const register = registerOf(facts)
      for (const question of questions) {
        const ruler = rulerOf(register, question.programme, sinceMs)
        const found = ruler?.rule(question.practice, question)
        expect(found ? asNaive(found.answer) : UNKNOWN).toEqual(naiveRuling(facts, question))
      }
    }),
    { numRuns: 1500 },
  )
})

test('an answer stays the same until the next recorded date, and not longer than it says', () => {
  fc.assert(
    fc.property(
      randomFactsAndQuestions(6, ['SCR']),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ facts, questions }, share) => {
        for (const question of questions) {
          const ruler = rulerOf(registerOf(facts), 'SCR', question.atMs)
          const found = ruler?.rule(question.practice, question)
          if (!found) continue
          const lastMs = Math.min(found.nextMs, question.atMs + 4e11) - 1
          const someMs = Math.floor(question.atMs + (lastMs - question.atMs) * share)
          for (const atMs of [someMs, lastMs]) {
            const then: NaiveQuestion = { ...question, atMs }
            expect(naiveRuling(facts, then)).toEqual(asNaive(found.answer))
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('every recorded date of a practice is one of its boundaries', () => {
  fc.assert(
    fc.property(randomFactsAndQuestions(1, ['SCR']), ({ facts }) => {
      const register = registerOf(facts)
      const [programme] = facts.programme
      const view = new ProgrammeView(register, programme!)
      for (const practice of facts.practice) {
        const boundaries = timelineOf(caseOf(view, practice), -8e15).cuts
        expect(boundaries).toEqual([...boundaries].sort((a, b) => a - b))
        expect(new Set(boundaries).size).toBe(boundaries.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('what a practice is told to lack is what a naive reading of the conditions finds', () => {
  fc.assert(
    fc.property(randomFactsAndQuestions(6, ['SCR']), ({ facts, questions }) => {
      const register = registerOf(facts)
      for (const question of questions) {
        const ruler = rulerOf(register, 'SCR', question.atMs)
        const practice = register.get('practice', question.practice)
        if (!ruler || !practice) continue
        for (const suspension of facts.suspension) {
          const states = conditionStates(ruler, suspension, practice, question.atMs)
          const unmet = states.filter(({ met }) => !met).map(({ condition }) => condition.id)
          expect(unmet).toEqual(naiveUnmet(facts, suspension, whereOf(facts, question)))
          const [progress] = conditionProgress(ruler, suspension, [practice], question.atMs)
          const first = states[0]?.met
          expect([undefined, [0, 0], first ? [1, 0] : [0, 1]]).toContainEqual(
            progress && [progress.met, progress.unmet],
          )
        }
      }
    }),
    { numRuns: 500 },
  )
})
