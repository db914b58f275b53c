import { toMoment, type Moment } from '../kernel/moment.js'
import type { Activity, Basis, Classification, Outcome, ReasonCode } from '../kernel/vocabulary.js'
import { rootOf } from '../ledger/entry-hash.js'
import type { Actor } from '../kernel/actor.js'
import type { AskedRuling, Asking } from './ask-rulings.js'

/**
 * What a receipt says: all that was asked and answered, and by which register. It names whom the
 * asker spoke for and not the person, who is nobody's business years later.
 */
export interface ReceiptClaims {
  /** A demonstration's receipt is none of a real register. */
  readonly iss: 'holdfast' | 'holdfast-demonstration'
  /** When it was asked, by Holdfast's clock. */
  readonly askedAt: Moment
  readonly asker: {
    readonly role: Actor['role']
    readonly organisation: string
    readonly region: string | null
    readonly supplier: string | null
  }
  readonly question: {
    readonly practice: string
    readonly activity: Activity
    readonly programme: string
    readonly classification: Classification | null
    /** Null in each: now. */
    readonly at: Moment | null
    readonly knownAt: Moment | null
  }
  readonly answer: {
    readonly outcome: Outcome
    readonly basis: Basis
    readonly at: Moment
    readonly validUntil: Moment | null
    /** Codes, each once, in the order of the rules. */
    readonly reasons: readonly ReasonCode[]
    /** Ids of the suspensions that hold it. */
    readonly suspensions: readonly string[]
    readonly advisories: readonly string[]
    readonly dispensations: readonly string[]
    /** Ids of the rollouts that governed. */
    readonly rollouts: readonly string[]
    /** Codes of what a permit obliges to. */
    readonly obligations: readonly string[]
  }
  readonly register: {
    /** The ledger entry that the register had reached, and the root of the ledger up to it. */
    readonly sequence: number
    readonly root: string
    /** The entry by which it was decided what the asker may see. */
    readonly seenBySequence: number
  }
}

const roots = new WeakMap<Asking, string>()

/** The root is worked out once for all practices of a request. */
const rootFor = (asking: Asking): string => {
  const known = roots.get(asking)
  if (known !== undefined) return known
  const root = rootOf(asking.register.head.tree)
  roots.set(asking, root)
  return root
}

const idsOf = (facts: readonly { id: string }[]): string[] => facts.map(({ id }) => id).sort()

const suspensionsOf = ({ reasons }: AskedRuling): string[] =>
  idsOf(reasons.flatMap(({ suspension }) => suspension ?? []))

const questionOf = ({ practiceCode, asking }: AskedRuling): ReceiptClaims['question'] => {
  const { activity, programme, classification = null, at = null } = asking.question
  const { knownAt } = asking
  return { practice: practiceCode, activity, programme, classification, at, knownAt }
}

const answerOf = (ruling: AskedRuling): ReceiptClaims['answer'] => ({
  outcome: ruling.outcome,
  basis: ruling.basis,
  at: ruling.at,
  validUntil: ruling.validUntil,
  reasons: [...new Set(ruling.reasons.map(({ code }) => code))],
  suspensions: suspensionsOf(ruling),
  advisories: idsOf(ruling.advisories),
  dispensations: idsOf(ruling.dispensations),
  rollouts: idsOf(ruling.rollouts),
  obligations: ruling.obligations.map(({ code }) => code).sort(),
})

/** What the receipt of a ruling says. */
export const receiptClaims = (ruling: AskedRuling): ReceiptClaims => {
  const { asking } = ruling
  const { role, organisation, region, supplier } = asking.actor
  return {
    iss: asking.register.demonstration ? 'holdfast-demonstration' : 'holdfast',
    askedAt: toMoment(asking.nowMs),
    asker: { role, organisation, region, supplier },
    question: questionOf(ruling),
    answer: answerOf(ruling),
    register: {
      sequence: asking.register.head.sequence,
      root: rootFor(asking),
      seenBySequence: asking.registerNow.head.sequence,
    },
  }
}
