import { changesFor, type ChangeMaker } from '../changes/make-change.js'
import { toMs } from '../kernel/moment.js'
import { demonstrationSteps, type Step } from './steps.js'

/** What the demonstration is played on. */
export type Stage = Omit<ChangeMaker, 'clock'>

const playStep = async (stage: Stage, { actor, at, command, input }: Step): Promise<void> => {
  const clock = { nowMs: () => toMs(at) }
  await changesFor({ ...stage, clock }, actor)(command, input())
}

/** Each step is one change, and nobody else makes any before the last one is played. */
const stepsPlayed = async ({ database }: Stage): Promise<number> => {
  const rows = await database.query<{ changes: string }[]>(
    'SELECT count(DISTINCT change) AS changes FROM ledger_entry',
  )
  return Number(rows[0]?.changes ?? 0)
}

/**
 * Plays the demonstration, as commands like anybody's, each at its own day. One that was
 * interrupted goes on where it stopped; one that was played is left as it is.
 */
export const playDemonstration = async (
  stage: Stage,
  progress: (done: number, all: number, what: string) => void,
): Promise<void> => {
  const steps = demonstrationSteps()
  const played = await stepsPlayed(stage)
  for (const [index, step] of steps.entries()) {
    if (index < played) continue
    progress(index, steps.length, step.command.name)
    await playStep(stage, step)
  }
  if (played < steps.length) progress(steps.length, steps.length, 'ready')
}
