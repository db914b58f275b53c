import type { Register } from '../../api/register/register.js'
import { rulerOf } from '../../api/rules/ruler.js'
import { naiveRuling, type AllFacts, type NaiveQuestion } from '../rules/naive-ruling.js'
import { registerOf } from '../rules/register-of.js'
import { answerOf, wrongAnswers } from './answers.js'
import { answerParent } from './child.js'
import { england, NOW_MS, PROGRAMME, type EnglandSize } from './england.js'
import { coreMs, heapMb, interleave, median } from './measure.js'
import { mixedQuestions, uploadQuestions } from './questions.js'

/** How long to measure. */
export interface RulingsInput extends EnglandSize {
  readonly rounds: number
  readonly checked: number
}

/** What one size of England came to. Rates are a second of a core, times are of a core. */
export interface RulingsMeasured {
  readonly practices: number
  readonly rollouts: number
  readonly wrong: readonly string[]
  readonly later: number
  readonly now: number
  readonly earlier: number
  readonly naive: number
  /** First rulings after a change, all of England: cold, and once the engine is warm. */
  readonly firstColdMs: number
  readonly firstWarmMs: number
  readonly registerMb: number
  readonly timelinesMb: number
}

const QUESTIONS = 1 << 16
const NAIVE_QUESTIONS = 100

const ask = (register: Register, questions: readonly NaiveQuestion[]): number => {
  let permits = 0
  for (const question of questions) {
    const found = rulerOf(register, PROGRAMME, NOW_MS)?.rule(question.practice, question)
    if (found?.answer.outcome === 'PERMIT') permits += 1
  }
  return permits
}

/** Rulings a second of a core; the number of permits has to be the same every time. */
const rate = (register: Register, questions: readonly NaiveQuestion[], repeats: number) => {
  const permits = ask(register, questions)
  return () => {
    const begun = coreMs()
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (ask(register, questions) !== permits) throw new Error('permits that come and go')
    }
    return (questions.length * repeats * 1000) / (coreMs() - begun)
  }
}

const naiveRate = (facts: AllFacts, questions: readonly NaiveQuestion[]) => () => {
  const begun = coreMs()
  for (const question of questions) naiveRuling(facts, question)
  return (questions.length * 1000) / (coreMs() - begun)
}

/** The same register as after another change: nothing that was worked out is kept. */
const changed = (register: Register, facts: AllFacts): Register => {
  const next = register.fork()
  next.put('suspension', { ...facts.suspension[0]!, version: 2 })
  return next
}

const askEach = (register: Register, facts: AllFacts): number => {
  const begun = coreMs()
  for (const { odsCode } of facts.practice) {
    answerOf(register, {
      practice: odsCode,
      programme: PROGRAMME,
      activity: 'UPLOAD',
      classification: null,
      atMs: NOW_MS,
    })
  }
  return coreMs() - begun
}

const rulings = async ({ rounds, checked, ...size }: RulingsInput): Promise<RulingsMeasured> => {
  const facts = england(size)
  const factsMb = heapMb()
  const register = registerOf(facts)
  const registerMb = heapMb() - factsMb
  const firstColdMs = askEach(register, facts)
  const timelinesMb = heapMb() - factsMb - registerMb
  const wrong = wrongAnswers(changed(register, facts), facts, mixedQuestions(facts, checked))
  const later = uploadQuestions(facts, QUESTIONS, 'later')
  const measured = await interleave(rounds, {
    later: rate(register, later, 8),
    now: rate(register, uploadQuestions(facts, QUESTIONS, 'now'), 8),
    earlier: rate(register, uploadQuestions(facts, QUESTIONS >> 3, 'earlier'), 2),
    naive: naiveRate(facts, later.slice(0, NAIVE_QUESTIONS)),
    firstWarmMs: () => askEach(changed(register, facts), facts),
  })
  const middle = (name: keyof (typeof measured)[number]) =>
    median(measured.map((round) => round[name]))
  return {
    practices: facts.practice.length,
    rollouts: facts.rollout.length,
    wrong,
    later: middle('later'),
    now: middle('now'),
    earlier: middle('earlier'),
    naive: middle('naive'),
    firstColdMs,
    firstWarmMs: middle('firstWarmMs'),
    registerMb,
    timelinesMb,
  }
}

answerParent({ rulings })
