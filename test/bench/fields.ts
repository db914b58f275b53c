import type { Ruling } from '../../api/rulings/ruling.type.js'

/** Every field of a ruling that the bench asks for. */
export const FIELDS = `practiceCode activity outcome basis at validUntil registerSequence
  practice { odsCode name } reasons { code message remedy permittedFrom suspension { id } unmet { id } }
  advisories { id } dispensations { id } obligations { code text } rollouts { id classification }`

/** A ruling as those fields show it. */
export const shown = (ruling: Ruling) => ({
  practiceCode: ruling.practiceCode,
  activity: ruling.activity,
  outcome: ruling.outcome,
  basis: ruling.basis,
  at: ruling.at,
  validUntil: ruling.validUntil,
  registerSequence: ruling.registerSequence,
  practice: ruling.practice && { odsCode: ruling.practice.odsCode, name: ruling.practice.name },
  reasons: ruling.reasons.map(({ code, message, remedy, permittedFrom, suspension, unmet }) => ({
    code,
    message,
    remedy,
    permittedFrom,
    suspension: suspension && { id: suspension.id },
    unmet: unmet.map(({ id }) => ({ id })),
  })),
  advisories: ruling.advisories.map(({ id }) => ({ id })),
  dispensations: ruling.dispensations.map(({ id }) => ({ id })),
  obligations: ruling.obligations.map(({ code, text }) => ({ code, text })),
  rollouts: ruling.rollouts.map(({ id, classification }) => ({ id, classification })),
})
