import type { CommandOutcome } from '../../shared/command/command.js'
import type { Candidate } from './source.js'

/** How far one rollout of many has come. */
export type Standing =
  | 'TO_DO'
  | 'PREVIEWED'
  | 'APPLIED'
  | 'WAITS'
  | 'REFUSED'
  /** Sent, and nobody knows whether it arrived: sent again under the same name. */
  | 'UNKNOWN'

/** One rollout to reclassify: what it is sent under, and what came of it. */
export interface Job {
  readonly rollout: Candidate
  readonly requestId: string
  readonly standing: Standing
  readonly outcome?: CommandOutcome
  /** Why it was refused, in the API's words. */
  readonly words?: string
}

/** What is wished for all of them. */
export interface Wish {
  readonly programme: string
  readonly region: string
  readonly classification: Candidate['classification']
  readonly chosen: readonly string[]
  readonly reason: string
}

/** Those that have their outcome are never sent again. */
export const isOpen = ({ standing }: Job): boolean =>
  standing === 'TO_DO' || standing === 'PREVIEWED' || standing === 'UNKNOWN'
