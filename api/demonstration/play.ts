import { changesFor, type ChangeMaker } from '../changes/make-change.js'
import { missingFrom } from '../changes/proposal.decision.js'
import { signProposal } from '../changes/sign-proposal.command.js'
import type { Actor } from '../kernel/actor.js'
import { toMs, type Moment } from '../kernel/moment.js'
import type { ProposalFact } from '../register/facts.js'
import { liaisonOf, SECOND_ADMINISTRATOR, type Step } from './step.js'
import { demonstrationSteps, USUALLY_UNTIL } from './steps.js'

/** What the demonstration is played on. */
export type Stage = Omit<ChangeMaker, 'clock'>

/** Whose signatures a proposal still lacks. */
const signersOf = (proposal: ProposalFact): Actor[] => {
  const { administrator, organisations } = missingFrom(proposal)
  return [...(administrator ? [SECOND_ADMINISTRATOR] : []), ...organisations.map(liaisonOf)]
}

/** What loosens waits for others, who sign at once. */
const signAll = async (stage: Stage, at: Moment): Promise<void> => {
  const clock = { nowMs: () => toMs(at) }
  const waiting = [...stage.follower.current.all('proposal')].filter(
    ({ state }) => state === 'AWAITING',
  )
  for (const proposal of waiting) {
    const input = { id: proposal.id, reason: 'Seen and agreed.' }
    for (const signer of signersOf(proposal)) {
      await changesFor({ ...stage, clock }, signer)(signProposal, input)
    }
  }
}

const playStep = async (stage: Stage, { actor, at, command, input }: Step): Promise<void> => {
  const clock = { nowMs: () => toMs(at) }
  await changesFor({ ...stage, clock }, actor)(command, input())
  await signAll(stage, at)
}

/** Each step is one change besides its signatures, and nobody else makes any before the last. */
const stepsPlayed = async ({ database }: Stage): Promise<number> => {
  const rows = await database.query<{ changes: string }[]>(
    `SELECT count(DISTINCT change) AS changes FROM ledger_entry
      WHERE change NOT IN (SELECT change FROM ledger_entry WHERE kind = 'signProposal')`,
  )
  return Number(rows[0]?.changes ?? 0)
}

/**
 * Plays the demonstration until a moment, as commands like anybody's, each at its own day. One
 * that was interrupted goes on where it stopped, and as far as it was to go; one that was played
 * is left as it is.
 */
export const playDemonstration = async (
  stage: Stage,
  progress: (done: number, all: number, what: string) => void,
  until: Moment = USUALLY_UNTIL,
): Promise<void> => {
  const installation = stage.follower.current.get('installation', 'HOLDFAST')
  const steps = demonstrationSteps(installation?.clockBeganAt ?? until)
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
