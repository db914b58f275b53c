import type { ToldChange } from '../changes/outbox.js'
import type { Moment } from '../kernel/moment.js'
import type { EventKind } from '../kernel/vocabulary.js'
import type { BreachFact, ProposalFact, SuspensionFact, TurnFact } from '../register/facts.js'
import type { Query } from '../register/fold.js'

/** What an event is about. */
type About =
  | { readonly event: 'RULINGS_CHANGED'; readonly fact: readonly TurnFact[] }
  | { readonly event: 'SUSPENSION_IMPOSED' | 'SUSPENSION_ENDED'; readonly fact: SuspensionFact }
  | {
      readonly event: 'PROPOSAL_AWAITS_SIGNATURE' | 'PROPOSAL_LAPSES_SOON'
      readonly fact: ProposalFact
    }
  | { readonly event: 'BREACH_RECORDED'; readonly fact: BreachFact }

/** Something that happened, before it is asked who may be told what of it. */
export type Happening = About & {
  /** Id of the thing; of changed rulings, the number of the entry that turned them. */
  readonly subject: string
  readonly sequence: number
  readonly at: Moment
}

/** What an event is called in a message. */
export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  RULINGS_CHANGED: 'rulings.changed',
  SUSPENSION_IMPOSED: 'suspension.imposed',
  SUSPENSION_ENDED: 'suspension.ended',
  PROPOSAL_AWAITS_SIGNATURE: 'proposal.awaits-signature',
  PROPOSAL_LAPSES_SOON: 'proposal.lapses-soon',
  BREACH_RECORDED: 'breach.recorded',
}

type Saved =
  | { readonly table: 'suspension'; before: SuspensionFact | null; after: SuspensionFact }
  | { readonly table: 'proposal'; before: ProposalFact | null; after: ProposalFact }
  | { readonly table: 'breach'; before: BreachFact | null; after: BreachFact }

const SAVED = `
SELECT body FROM ledger_entry
WHERE sequence BETWEEN $1 AND $2 AND body IS NOT NULL
  AND body::jsonb ->> 'table' IN ('suspension', 'proposal', 'breach')
ORDER BY sequence`

const aboutSaved = (saved: Saved): About[] => {
  const { table, before, after } = saved
  switch (table) {
    case 'suspension': {
      if (before === null) return [{ event: 'SUSPENSION_IMPOSED', fact: after }]
      const ended = before.endedAt === null && after.endedAt !== null
      return ended ? [{ event: 'SUSPENSION_ENDED', fact: after }] : []
    }
    case 'proposal':
      return before === null ? [{ event: 'PROPOSAL_AWAITS_SIGNATURE', fact: after }] : []
    case 'breach':
      return before === null ? [{ event: 'BREACH_RECORDED', fact: after }] : []
  }
}

/** Turns that rulings show: what a hold lets go of may still be refused for something else. */
export const ofRulings = (turns: readonly TurnFact[]): TurnFact[] =>
  turns.filter(({ turn }) => turn === 'PERMITTED' || turn === 'REFUSED')

/** All that happened by a change, in the order in which it was entered, rulings last. */
export const happeningsOf = async (query: Query, change: ToldChange): Promise<Happening[]> => {
  const { first, sequence, at } = change
  const rows = await query<{ body: string }>(SAVED, [first, sequence])
  const about = rows.flatMap(({ body }) => aboutSaved(JSON.parse(body) as Saved))
  const happened = about.map((each): Happening => {
    const { id } = each.fact as { id: string }
    return { ...each, subject: id, sequence, at }
  })
  const turns = ofRulings(change.turns)
  if (turns.length === 0) return happened
  const rulings = { event: 'RULINGS_CHANGED', fact: turns } as const
  return [...happened, { ...rulings, subject: String(sequence), sequence, at }]
}
