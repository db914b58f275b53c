import fc, { type Arbitrary } from 'fast-check'
import { addDays } from '../../api/kernel/moment.js'
import { Activity } from '../../api/kernel/vocabulary.js'
import type { AllFacts, NaiveQuestion } from './naive-ruling.js'
import { randomFacts } from './random-facts.js'
import { classification, day, near, NOTICE_DAYS, orNull, plain } from './random-parts.js'

/** Of a day drawn, or the day its notice passes; of a practice there is, nearly always. */
export const randomQuestion = (facts: AllFacts): Arbitrary<NaiveQuestion> =>
  plain({
    practice: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...facts.practice.map(({ odsCode }) => odsCode)) },
      { weight: 1, arbitrary: fc.constant('Y99999') },
    ),
    programme: fc.constantFrom(...facts.programme.map(({ code }) => code)),
    activity: fc.constantFrom(...Object.values(Activity), Activity.UPLOAD, Activity.UPLOAD),
    classification: orNull(6, classification),
    atMs: fc.oneof(
      { weight: 4, arbitrary: near(day) },
      {
        weight: 1,
        arbitrary: near(
          fc.tuple(day, fc.constantFrom(...NOTICE_DAYS)).map(([on, days]) => addDays(on, days)),
        ),
      },
    ),
  })

/** A register with some questions about it. */
export const randomFactsAndQuestions = (
  questionsMax = 20,
  programmes: readonly string[] = ['SCR'],
): Arbitrary<{ facts: AllFacts; questions: NaiveQuestion[] }> =>
  randomFacts(programmes).chain((facts) =>
    plain({
      facts: fc.constant(facts),
      questions: fc.array(randomQuestion(facts), {
        minLength: 1,
        maxLength: questionsMax,
        size: 'max',
      }),
    }),
  )
