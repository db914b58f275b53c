import { Activity, Classification } from '../../api/kernel/vocabulary.js'
import type { AllFacts, NaiveQuestion } from '../rules/naive-ruling.js'
import { NOW_MS, PROGRAMME } from './england.js'
import { randomFrom } from './random.js'

const YEAR_MS = 365 * 86_400_000

/** When questions are about: within two years from now, at now, or within two years before. */
export type When = 'later' | 'now' | 'earlier'

const OFFSETS: Record<When, (share: number) => number> = {
  later: (share) => Math.floor(share * 2 * YEAR_MS),
  now: () => 0,
  earlier: (share) => -Math.ceil(share * 2 * YEAR_MS),
}

/** May a random practice upload, at a random moment? */
export const uploadQuestions = (facts: AllFacts, count: number, when: When): NaiveQuestion[] => {
  const random = randomFrom(416)
  return Array.from({ length: count }, () => ({
    practice: random.of(facts.practice).odsCode,
    programme: PROGRAMME,
    activity: Activity.UPLOAD,
    classification: null,
    atMs: NOW_MS + OFFSETS[when](random.share()),
  }))
}

/** Questions of every kind, to hold the answers against the naive ones. */
export const mixedQuestions = (facts: AllFacts, count: number): NaiveQuestion[] => {
  const random = randomFrom(84)
  const whens = Object.keys(OFFSETS) as When[]
  return Array.from({ length: count }, () => ({
    practice: random.percent(1) ? 'Y99999' : random.of(facts.practice).odsCode,
    programme: PROGRAMME,
    activity: random.of(Object.values(Activity)),
    classification: random.of([null, ...Object.values(Classification)]),
    atMs: NOW_MS + OFFSETS[random.of(whens)](random.share()),
  }))
}
