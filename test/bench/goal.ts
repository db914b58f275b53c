/** A goal beside what was measured, and whether it is missed. */
export interface Goal {
  readonly words: string
  readonly missed: boolean
}

export const NO_GOAL: Goal = { words: '', missed: false }

const goalOf = (words: string, missed: boolean): Goal => ({
  words: missed ? `${words}: MISSES ITS GOAL` : words,
  missed,
})

const say = (goal: number, unit: string): string =>
  `${goal.toLocaleString('en-GB')}${unit && ` ${unit}`}`

/** What is to be so much, or more. */
export const atLeast = (goal: number, measured: number, unit = ''): Goal =>
  goalOf(`goal at least ${say(goal, unit)}`, !(measured >= goal))

/** What is to be so much, or less. */
export const atMost = (goal: number, measured: number, unit = ''): Goal =>
  goalOf(`goal at most ${say(goal, unit)}`, !(measured <= goal))

/** What is to be less than so much. */
export const below = (goal: number, measured: number, unit = ''): Goal =>
  goalOf(`goal below ${say(goal, unit)}`, !(measured < goal))
