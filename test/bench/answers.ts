import { isDeepStrictEqual } from 'node:util'
import type { Register } from '../../api/register/register.js'
import type { Answer } from '../../api/rules/answer.js'
import { rulerOf } from '../../api/rules/ruler.js'
import { asNaive } from '../rules/as-naive.js'
import { naiveRuling, type AllFacts, type NaiveQuestion } from '../rules/naive-ruling.js'
import { NOW_MS } from './england.js'

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
