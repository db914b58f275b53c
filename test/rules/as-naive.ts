import { toMs } from '../../api/kernel/moment.js'
import type { Answer } from '../../api/rules/answer.js'
import type { NaiveAnswer } from './naive-ruling.js'

/** An answer of the engine, in the form in which the naive one answers. */
export const asNaive = (answer: Answer): NaiveAnswer => ({
  outcome: answer.outcome,
  reasons: answer.reasons.map((r) => ({
    code: r.code,
    permittedFromMs: r.permittedFrom === null ? null : toMs(r.permittedFrom),
    suspension: r.suspension?.id ?? null,
    unmet: r.unmet.map(({ id }) => id),
    rollout: r.rollout?.id ?? null,
  })),
  advisories: answer.advisories.map(({ id }) => id),
  dispensations: answer.dispensations.map(({ id }) => id),
  obligations: answer.obligations.map(({ code }) => code),
  rollouts: answer.rollouts.map(({ id }) => id),
})
