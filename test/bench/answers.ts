import { isDeepStrictEqual } from 'node:util'
import { toMs } from '../../api/kernel/moment.js'
import type { Register } from '../../api/register/register.js'
import type { Answer } from '../../api/rules/answer.js'
import { rulerOf } from '../../api/rules/ruler.js'
import {
  naiveRuling, type AllFacts, type NaiveAnswer, type NaiveQuestion,
} from '../rules/naive-ruling.js'
import { NOW_MS } from './england.js'

const asNaive = (answer: Answer): NaiveAnswer => ({
  outcome: answer.outcome,
  reasons: answer.reasons.map((reason) => ({
    code: reason.code,
    permittedFromMs: reason.permittedFrom === null ? null : toMs(reason.permittedFrom),
    suspension: reason.suspension?.id ?? null,
    rollout: reason.rollout?.id ?? null,
  })),
  advisories: answer.advisories.map(({ id }) => id),
  obligations: answer.obligations.map(({ code }) => code),
  rollouts: answer.rollouts.map(({ id }) => id),
})

/** The register's answer to a question; undefined for a practice that it does not know. */
export const answerOf = (register: Register, question: NaiveQuestion): Answer | undefined =>
  rulerOf(register, question.programme, NOW_MS)?.rule(question.practice, question)?.answer

/** The questions that are answered otherwise than the naive engine answers them, as text. */
export const wrongAnswers = (
  register: Register,
  facts: AllFacts,
  questions: readonly NaiveQuestion[],
): string[] =>
  questions.flatMap((question) => {
    const answer = answerOf(register, question)
    const given = answer && asNaive(answer)
    const right = naiveRuling(facts, question)
    const same = given
      ? isDeepStrictEqual(given, right)
      : right.reasons[0]?.code === 'PRACTICE_UNKNOWN'
    if (same) return []
    return [`${JSON.stringify({ question, given, right })}`]
  })
