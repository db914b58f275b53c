import { ask } from '../../graphql/ask.js'
import { Refused, Unreachable } from '../../graphql/failure.js'
import type { CommandOutcome } from '../../shared/command/command.js'
import { RECLASSIFY } from '../documents.js'
import type { Job, Wish } from './job.js'

const SECOND_MS = 1_000

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * SECOND_MS))

/** How long to wait where somebody asks too often; null where that is not what is wrong. */
const waitOf = (error: unknown): number | null => {
  if (!(error instanceof Refused) || error.code !== 'RATE_LIMITED') return null
  const seconds = error.told.retryAfterSeconds
  return typeof seconds === 'number' ? seconds : 1
}

const give = async (job: Job, wish: Wish, preview: boolean): Promise<CommandOutcome> => {
  const { id, version } = job.rollout
  const input = { id, version, classification: wish.classification, reason: wish.reason }
  const options = preview ? {} : { requestId: job.requestId }
  return (await ask(RECLASSIFY, { input, preview }, options)).outcome
}

/** Sends one, or previews it, and says what came of it. Whoever asks too often waits for that. */
export const sendOne = async (
  job: Job,
  { wish, preview, waiting }: { wish: Wish; preview: boolean; waiting: (seconds: number) => void },
): Promise<Job> => {
  for (;;) {
    try {
      const outcome = await give(job, wish, preview)
      const standing = preview ? 'PREVIEWED' : outcome.proposal ? 'WAITS' : 'APPLIED'
      return { rollout: job.rollout, requestId: job.requestId, outcome, standing }
    } catch (error) {
      const seconds = waitOf(error)
      if (seconds === null) return withFailure(job, error)
      waiting(seconds)
      await pause(seconds)
    }
  }
}

const UNANSWERED = 'No answer came. Sent again it is carried out once, however often it is sent.'

const withFailure = (job: Job, error: unknown): Job => {
  const words = error instanceof Unreachable ? UNANSWERED : (error as Error).message
  // What answered otherwise than with a no may have been carried out.
  if (!(error instanceof Refused)) return { ...job, standing: 'UNKNOWN', words }
  // It was carried out, and only its answer is gone.
  if (error.code === 'ANSWER_LOST') return { ...job, standing: 'APPLIED', words }
  const isUnclear = error.code === 'INTERNAL_SERVER_ERROR' || error.status === 401
  return { ...job, standing: isUnclear ? 'UNKNOWN' : 'REFUSED', words }
}
