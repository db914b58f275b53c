import { changesFor, type ChangeMaker } from '../changes/make-change.js'
import { signProposal } from '../changes/sign-proposal.command.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { demonstrationSteps, SECOND_ADMINISTRATOR, type Step } from './steps.js'

/** What the demonstration is played on. */
export type Stage = Omit<ChangeMaker, 'clock'>

/** What loosens waits for a second administrator, who signs at once. */
const signAll = async (stage: Stage, at: Moment): Promise<void> => {
  const clock = { nowMs: () => toMs(at) }
  for (const { id, state } of stage.follower.current.all('proposal')) {
    if (state !== 'AWAITING') continue
    const input = { id, reason: 'Seen and agreed.' }
    await changesFor({ ...stage, clock }, SECOND_ADMINISTRATOR)(signProposal, input)
  }
}

const playStep = async (stage: Stage, { actor, at, command, input }: Step): Promise<void> => {
  const clock = { nowMs: () => toMs(at) }
  await changesFor({ ...stage, clock }, actor)(command, input())
  await signAll(stage, at)
}

/** Each step is one change besides its signature, and nobody else makes any before the last. */
const stepsPlayed = async ({ database }: Stage): Promise<number> => {
  const rows = await database.query<{ changes: string }[]>(
    `SELECT count(DISTINCT change) AS changes FROM ledger_entry
      WHERE change NOT IN (SELECT change FROM ledger_entry WHERE kind = 'signProposal')`,
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
  const last = steps[played - 1]
  if (last) await signAll(stage, last.at)
  for (const [index, step] of steps.entries()) {
    if (index < played) continue
    progress(index, steps.length, step.command.name)
    await playStep(stage, step)
  }
  if (played < steps.length) progress(steps.length, steps.length, 'ready')
}
