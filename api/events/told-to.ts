import type { DataSource } from 'typeorm'
import { isOfProgramme, maySee } from '../access/row-scope.js'
import { breachesSeenBy } from '../breaches/seen-breaches.js'
import { isAsked, lapsesAt, stateOf } from '../changes/proposal.decision.js'
import type { Actor } from '../kernel/actor.js'
import type { BreachFact, ProposalFact, SuspensionFact, TurnFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Happening } from './happening.js'
import { practicesWithin } from './within-suspension.js'

/** Who is to be told, by what is known now: a supplier that has gone is told nothing more. */
export interface Audience {
  readonly actor: Actor
  readonly register: Register
  readonly nowMs: number
  readonly database: DataSource
}

const seenBy = ({ actor, register, nowMs }: Audience, odsCode: string): boolean => {
  const practice = register.get('practice', odsCode)
  return practice !== undefined && maySee(actor, register, practice, nowMs)
}

/** The turns of those practices that somebody may see. */
export const turnsSeenBy = (audience: Audience, turns: readonly TurnFact[]): TurnFact[] =>
  turns.flatMap((turn) => {
    if (!isOfProgramme(audience.actor, turn.programme)) return []
    const practices = turn.practices.filter((code) => seenBy(audience, code))
    return practices.length > 0 ? [{ ...turn, practices }] : []
  })

const ofTurns = (audience: Audience, turns: readonly TurnFact[]): object | null => {
  const seen = turnsSeenBy(audience, turns)
  const told = seen.map(({ programme, activity, turn, from, until, practices }) => ({
    programme, activity, turn, from, until, practices,
  }))
  return told.length > 0 ? { turns: told } : null
}

/** Suspensions are public; those that concern none of its practices are no news to a supplier. */
const ofSuspension = (audience: Audience, fact: SuspensionFact): object | null => {
  const { actor, register, nowMs } = audience
  const practices = practicesWithin(register, fact, nowMs)
    .filter((practice) => maySee(actor, register, practice, nowMs))
    .map(({ odsCode }) => odsCode)
  if (actor.role === 'PARTNER' && practices.length === 0) return null
  if (!isOfProgramme(actor, fact.programme)) return null
  const { id, programme, strength, from, endedAt, ending, replacedBy } = fact
  return { suspension: id, programme, strength, from, endedAt, ending, replacedBy, practices }
}

/** A proposal as it is by now: one that no longer waits asks nobody for anything. */
const ofProposal = ({ actor, register, nowMs }: Audience, { id }: ProposalFact): object | null => {
  const proposal = register.get('proposal', id)
  if (!proposal || stateOf(proposal, nowMs) !== 'AWAITING' || !isAsked(proposal, actor)) return null
  return { proposal: id, command: proposal.command, lapsesAt: lapsesAt(proposal) }
}

const ofBreach = async (audience: Audience, fact: BreachFact): Promise<object | null> => {
  const { actor, register, database } = audience
  const sees = await breachesSeenBy({ actor, registerNow: register, database })
  if (!sees(fact)) return null
  const { id, kind, programme, practice, region, at, reasons, suspensions } = fact
  return { breach: id, kind, programme, practice, region, at, reasons, suspensions }
}

/** What somebody may be told of a happening; null where it is nothing to them. */
export const toldTo = async (audience: Audience, happening: Happening): Promise<object | null> => {
  switch (happening.event) {
    case 'RULINGS_CHANGED':
      return ofTurns(audience, happening.fact)
    case 'SUSPENSION_IMPOSED':
    case 'SUSPENSION_ENDED':
      return ofSuspension(audience, happening.fact)
    case 'PROPOSAL_AWAITS_SIGNATURE':
    case 'PROPOSAL_LAPSES_SOON':
      return ofProposal(audience, happening.fact)
    case 'BREACH_RECORDED':
      return ofBreach(audience, happening.fact)
  }
}
