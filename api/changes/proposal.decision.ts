import { sayMoment, toMoment, toMs, withTimesOfNow, type Moment } from '../kernel/moment.js'
import type { Actor } from '../kernel/actor.js'
import type { CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { DAY_MS } from '../kernel/moment.js'
import { sayCode } from '../kernel/say-code.js'
import type { ProposalState, TurnKind } from '../kernel/vocabulary.js'
import type {
  BasisFact, ProposalFact, SignaturesFact, Table, TurnFact,
} from '../register/facts.js'
import { sayActivity, sayThing } from '../rules/say.js'

/** Silence is never consent: what is not signed by then is not signed. */
const LAPSES_AFTER_DAYS = 28

export const lapsesAt = ({ proposedAt }: ProposalFact): Moment =>
  toMoment(toMs(proposedAt) + LAPSES_AFTER_DAYS * DAY_MS)

/** What became of a proposal, as at a moment. */
export const stateOf = (proposal: ProposalFact, atMs: number): ProposalState =>
  proposal.state === 'AWAITING' && toMs(lapsesAt(proposal)) <= atMs ? 'LAPSED' : proposal.state

/** Whose signatures are missing. */
export const missingFrom = ({ needs, signatures }: ProposalFact): SignaturesFact => ({
  administrator:
    needs.administrator && !signatures.some(({ role }) => role === 'PROGRAMME_ADMIN'),
  organisations: needs.organisations.filter(
    (code) => !signatures.some(({ organisation }) => organisation === code),
  ),
})

export const isSigned = (proposal: ProposalFact): boolean => {
  const { administrator, organisations } = missingFrom(proposal)
  return !administrator && organisations.length === 0
}

type Person = Pick<Actor, 'issuer' | 'subject'>

const isSame = (one: Person, other: Person): boolean =>
  one.issuer === other.issuer && one.subject === other.subject

/** Refuses where a proposal no longer waits, and says what became of it. */
export const refuseEndedProposal = (proposal: ProposalFact, atMs: number): void => {
  const { id, endedAt } = proposal
  const state = stateOf(proposal, atMs)
  if (state === 'AWAITING') return
  const since = sayMoment(toMs(endedAt ?? lapsesAt(proposal)))
  throw new Refusal(
    'ALREADY_ENDED',
    `Proposal ${id} no longer waits: it is ${sayCode(state)} since ${since}. ` +
      'Give the command again.',
    { state },
  )
}

/** Whom a proposal concerns: the department, whoever proposed it, and whoever has to sign. */
export const concerns = ({ proposer, needs }: ProposalFact, actor: Actor): boolean =>
  actor.role === 'PROGRAMME_ADMIN' ||
  isSame(proposer, actor) ||
  needs.organisations.includes(actor.organisation)

/** Whether a signature of an actor is among those a proposal still asks for. */
export const isAsked = (proposal: ProposalFact, { role, organisation }: Actor): boolean => {
  const { administrator, organisations } = missingFrom(proposal)
  return (administrator && role === 'PROGRAMME_ADMIN') || organisations.includes(organisation)
}

/** Refuses whoever may not sign: the proposer, who signed already, and who is not asked. */
export const refuseSigner = (proposal: ProposalFact, actor: Actor): void => {
  const { id, proposer, signatures } = proposal
  if (isSame(proposer, actor)) {
    throw new Refusal('OWN_PROPOSAL', `You proposed ${id} yourself: somebody else has to sign.`)
  }
  if (signatures.some((signature) => isSame(signature, actor))) {
    throw new Refusal('ALREADY_SIGNED', `You have signed ${id} already: each person signs once.`)
  }
  if (isAsked(proposal, actor)) return
  throw new Refusal(
    'NOT_ASKED',
    `Proposal ${id} does not wait for a signature of ${actor.organisation} ` +
      `as ${sayCode(actor.role)}.`,
  )
}

/** Refuses whoever did not propose it. */
export const refuseUnlessProposer = ({ id, proposer }: ProposalFact, actor: Actor): void => {
  if (isSame(proposer, actor)) return
  throw new Refusal('FORBIDDEN', `Only whoever proposed ${id} can take it back. You can decline it.`)
}

const keyOfTurn = ({ programme, activity, turn, suspension }: TurnFact): string =>
  [programme, activity, turn, suspension].join(' ')

/** How a change turns what follows it, after a "would". */
const WOULD: Readonly<Record<TurnKind, (suspension: string) => string>> = {
  PERMITTED: () => 'permit',
  REFUSED: () => 'refuse',
  NO_LONGER_HELD: (suspension) => `no longer let suspension ${suspension} hold`,
  CONDITION_MET: (suspension) => `meet a condition of suspension ${suspension} for`,
  HELD_BY_NONE: () => 'let no suspension hold',
  HELD_ALONE: () => 'leave nothing but suspensions to refuse',
}

/** What loosens at a practice: "permit uploading records (SCR) at P84001, from …". */
const sayTurn = (turn: TurnFact, practice: string): string => {
  const what = `${sayActivity(turn.activity).toLowerCase()} (${turn.programme}) at ${practice}`
  const until = turn.until === null ? 'for good' : `until ${sayMoment(toMs(turn.until))}`
  const times = `from ${sayMoment(toMs(turn.from))} ${until}`
  return `${WOULD[turn.turn](turn.suspension ?? '')} ${what}, ${times}`
}

interface Term {
  readonly from: Moment
  readonly until: Moment | null
}

/** The times at which each practice turns, by what it turns. */
const termsOf = (turns: readonly TurnFact[]): Map<string, Term[]> => {
  const terms = new Map<string, Term[]>()
  for (const turn of turns) {
    for (const odsCode of turn.practices) {
      const key = `${keyOfTurn(turn)} ${odsCode}`
      const known = terms.get(key)
      if (known) known.push(turn)
      else terms.set(key, [turn])
    }
  }
  return terms
}

const liesIn = (inner: Term, outer: Term): boolean =>
  inner.from >= outer.from &&
  (outer.until === null || (inner.until !== null && inner.until <= outer.until))

const sayRow = (row: string): string => {
  const [table = '', key = ''] = row.split(/\/(.*)/s)
  return sayThing(table as Table, key)
}

/**
 * Which row has changed since a proposal, in words; null where none has that the command wrote over
 * when it was proposed, or would write over now. Without this, signing late would undo in silence
 * what was edited meanwhile.
 */
export const staleIn = (
  { basis }: Pick<ProposalFact, 'basis'>,
  now: readonly BasisFact[],
): string | null => {
  const then = new Map(basis?.map(({ row, version }) => [row, version]))
  const is = new Map(now.map(({ row, version }) => [row, version]))
  const changed = [...then.keys(), ...is.keys()].find((row) => then.get(row) !== is.get(row))
  return changed === undefined
    ? null
    : `The ${sayRow(changed)} has changed since this was proposed. Read it again, and give the ` +
        'command again.'
}

/** What a change comes to: its turns, what it weakens, and whose signatures it needs. */
export interface Loosening {
  readonly turns: readonly TurnFact[]
  readonly weakens: readonly string[]
  readonly needs: SignaturesFact | null
}

/**
 * How a change goes beyond what was signed, in words; null where it lies within: no other practice
 * loosens, none earlier or longer, no other term weakens, and nobody else would have to sign.
 */
export const beyondSigned = (now: Loosening, signed: ProposalFact): string | null => {
  const allowed = termsOf(signed.turns)
  const loosening = now.turns.filter(({ turn }) => turn !== 'REFUSED')
  for (const turn of loosening) {
    const practice = turn.practices.find(
      (each) => !allowed.get(`${keyOfTurn(turn)} ${each}`)?.some((known) => liesIn(turn, known)),
    )
    if (practice !== undefined) return `By now it would also ${sayTurn(turn, practice)}.`
  }
  const known = signed.weakens.map(withTimesOfNow)
  const weaker = now.weakens.find((each) => !known.includes(each))
  if (weaker) return `By now it would also weaken a term: ${weaker}`
  const other = now.needs?.organisations.find((code) => !signed.needs.organisations.includes(code))
  return other ? `By now it would also need the signature of ${other}.` : null
}

/** What the inputs of commands call a thing, and what stands before its code in its id. */
const NAMED_AS: Readonly<Record<string, string>> = {
  suspension: '', assurance: '', plan: '',
  region: 'Region:', regions: 'Region:',
  practice: 'Practice:', odsCode: 'Practice:', practices: 'Practice:',
  programme: 'Programme:',
  organisation: 'Organisation:', signatories: 'Organisation:', payer: 'Organisation:',
}

/** Of which type a command is whose input names its own thing by a bare code. */
const CODE_OF: Partial<Record<CommandName, string>> = {
  recordRegion: 'Region:',
  recordOrganisation: 'Organisation:',
  createProgramme: 'Programme:',
  setProgramme: 'Programme:',
  setPurdah: 'Purdah:',
}

/** The things that some part of an input names, however deep: by its fields alone. */
const namedWithin = (part: unknown, prefix?: string): readonly string[] => {
  if (typeof part === 'string') return prefix === undefined ? [] : [prefix + part]
  if (Array.isArray(part)) return part.flatMap((each) => namedWithin(each, prefix))
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([field, value]) => namedWithin(value, NAMED_AS[field]))
}

/** Ids, as of `node`, of the things that a command's input names, in whichever part of it. */
export const named = (command: CommandName, input: object): readonly string[] => {
  const { id, code } = input as { id?: unknown; code?: unknown }
  const itself = [namedWithin(id, ''), namedWithin(code, CODE_OF[command])]
  return [...itself.flat(), ...namedWithin(input)]
}
