import { effectOf, type ChangeOutcome, type Written } from '../access/change-outcome.js'
import type { Command, WithReason } from '../access/change.js'
import type { Actor } from '../kernel/actor.js'
import type { CommandName } from '../kernel/mutations.js'
import type { ProposalFact, SignaturesFact, TurnFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { judge, type Judgement } from './gate.js'
import { giveAgain } from './give-again.js'
import { basisOf, openChange, type OpenChange, type SavedFact } from './open-change.js'
import { beyondSigned, isSigned } from './proposal.decision.js'
import { waitsAlready } from './waits-already.js'

/** A change to be written, as a command made it. */
export interface Writing {
  readonly open: OpenChange
  readonly command: CommandName
  readonly reason: string
  /** What it turns at once; nothing where it only waits. */
  readonly turns?: readonly TurnFact[]
}

/** What giving a command comes to: what is to be written, in order, and what is answered. */
export interface CarriedOut<Done> {
  readonly writings: readonly Writing[]
  readonly outcome: ChangeOutcome<Done>
  /** What the command's work answered, though it wait: a preview shows it. */
  readonly worked: Done
}

/** Who gives a command, when, on which register. */
export interface Standing {
  readonly actor: Actor
  readonly nowMs: number
  readonly register: Register
}

const begin = ({ actor, nowMs, register }: Standing): OpenChange =>
  openChange(actor, nowMs, register.fork())

/** What a change writes: how many entries, and the breaches that are recorded with them. */
const writtenBy = ({ saved, change: { register } }: OpenChange): Written => {
  const breaches = saved.filter((fact): fact is SavedFact<'breach'> => fact.table === 'breach')
  return {
    entries: saved.length,
    recorded: { breaches: breaches.map(({ after }) => after), register },
  }
}

const applied = <Done>(writing: Writing, judged: Judgement, done: Done): CarriedOut<Done> => ({
  writings: [{ ...writing, turns: judged.turns }],
  outcome: {
    status: 'APPLIED',
    effect: effectOf(judged.turns, judged.weakens, writtenBy(writing.open)),
    proposal: null,
    done,
  },
  worked: done,
})

/** A command that was tried, and not written. */
interface Tried<Done> {
  readonly open: OpenChange
  readonly judged: Judgement
  readonly worked: Done
}

/**
 * Keeps a command that loosens, with all that its signatories have to know. What comes in parts, as
 * files do, is given again and again: what waits already of it is not kept a second time.
 */
const propose = <Input extends WithReason, Done>(
  standing: Standing,
  { name, part }: Command<Input, Done>,
  input: Input,
  tried: Tried<Done>,
  needs: SignaturesFact,
): CarriedOut<Done> => {
  const { turns, weakens } = tried.judged
  const open = begin(standing)
  const loosened = { ...tried, command: name, before: standing.register }
  const waiting = part && waitsAlready(loosened)
  const proposal = waiting ?? open.change.save('proposal', {
    id: open.change.newId('proposal'),
    command: name,
    // As it will be read back: an input is plain JSON.
    input: JSON.parse(JSON.stringify(input)) as object,
    basis: basisOf(tried.open),
    proposer: standing.actor,
    proposedAt: open.change.now,
    turns,
    weakens,
    needs,
    signatures: [],
    state: 'AWAITING',
    endedAt: null,
    ending: null,
    changed: [],
  })
  return {
    writings: [{ open, command: name, reason: input.reason }],
    outcome: {
      status: 'AWAITING_SIGNATURES',
      effect: effectOf(turns, weakens, writtenBy(tried.open)),
      proposal,
      alreadyWaits: waiting !== undefined,
      done: null,
    },
    worked: tried.worked,
  }
}

/** Applies the part of a command that loosens nothing, and proposes the rest. */
const carryOutInParts = async <Input extends WithReason, Done>(
  standing: Standing,
  command: Command<Input, Done>,
  input: Input,
  whole: Judgement,
): Promise<CarriedOut<Done> | null> => {
  const loosened = whole.turns.flatMap((each) => (each.turn === 'REFUSED' ? [] : each.practices))
  const parted = command.part?.(input, new Set(loosened))
  if (!parted) return null
  const { rest, waiting } = parted
  const first = begin(standing)
  const done = command.work(first.change, rest)
  const { needs, turns } = await judge(standing.register, first)
  if (needs) return null
  const then = { ...standing, register: first.change.register }
  const tried = begin(then)
  command.work(tried.change, waiting)
  const judged = await judge(then.register, tried)
  if (!judged.needs) return null
  const second = { open: tried, judged, worked: done }
  const proposed = propose(then, command, waiting, second, judged.needs)
  const { reason } = input
  return {
    writings: [{ open: first, command: command.name, reason, turns }, ...proposed.writings],
    outcome: { ...proposed.outcome, done },
    worked: done,
  }
}

/** Carries out a proposal that all have signed, or ends it where it has become another one. */
const enact = async (
  { register, nowMs, actor }: Standing,
  signing: Writing,
  proposal: ProposalFact,
): Promise<CarriedOut<ProposalFact>> => {
  const signed = signing.open.change.register
  const inner = begin({ register: signed, nowMs, actor: proposal.proposer })
  const judged = giveAgain(proposal, inner) ?? (await judge(register, inner))
  const trouble = typeof judged === 'string' ? judged : beyondSigned(judged, proposal)
  const after = trouble === null ? inner.change.register : signed
  const closing = begin({ register: after, nowMs, actor })
  const changed = inner.saved.map(({ table, key }) => `${table}/${key}`)
  const done = closing.change.save('proposal', {
    ...proposal,
    state: trouble === null ? 'APPLIED' : 'VOID',
    endedAt: closing.change.now,
    ending: trouble,
    changed: trouble === null ? [...new Set(changed)] : [],
  })
  const { reason } = proposal.input as WithReason
  const applies = typeof judged === 'string' || trouble !== null ? null : judged
  const { command } = proposal
  const given = applies ? [{ open: inner, command, reason, turns: applies.turns }] : []
  const effect = applies && effectOf(applies.turns, applies.weakens, writtenBy(inner))
  return {
    writings: [signing, ...given, { ...signing, open: closing }],
    outcome: { status: 'APPLIED', effect, proposal: done, done },
    worked: done,
  }
}

const ABOUT_PROPOSALS: readonly CommandName[] = [
  'signProposal', 'declineProposal', 'withdrawProposal',
]

/** Signing, declining and withdrawing loosen nothing themselves; the last signature enacts. */
const carryOutAboutProposal = async (
  standing: Standing,
  writing: Writing,
  proposal: ProposalFact,
): Promise<CarriedOut<ProposalFact>> => {
  if (proposal.state === 'AWAITING' && isSigned(proposal)) {
    return enact(standing, writing, proposal)
  }
  return {
    writings: [writing],
    outcome: { status: 'APPLIED', effect: null, proposal, done: proposal },
    worked: proposal,
  }
}

/**
 * Gives a command and judges what it does by its effect. What only tightens is to be written; what
 * loosens becomes a proposal that waits for signatures.
 */
export const carryOut = async <Input extends WithReason, Done>(
  standing: Standing,
  command: Command<Input, Done>,
  input: Input,
): Promise<CarriedOut<Done>> => {
  const open = begin(standing)
  const done = command.work(open.change, input)
  const writing = { open, command: command.name, reason: input.reason }
  if (ABOUT_PROPOSALS.includes(command.name)) {
    const proposal = done as ProposalFact
    return (await carryOutAboutProposal(standing, writing, proposal)) as CarriedOut<Done>
  }
  const judged = await judge(standing.register, open)
  if (!judged.needs) return applied(writing, judged, done)
  return (
    (await carryOutInParts(standing, command, input, judged)) ??
    propose(standing, command, input, { open, judged, worked: done }, judged.needs)
  )
}
