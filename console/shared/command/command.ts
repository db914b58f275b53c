import type { ComponentType } from 'react'
import { graphql, type Asking, type ResultOf } from '../../graphql/tada.js'
import type { CommandName } from '../../providers/viewer.js'
import type { OutcomeProps } from '../Outcome.js'

/** What an effect comes to, as far as a sentence says it. */
export const EFFECT_SAID = graphql(`
  fragment EffectSaid on Effect {
    permitted
    permittedLater
    refused
    refusedLater
    noLongerHeld
    noLongerHeldLater
    weakens
  }
`)

/** What a preview tells of a change, and its outcome too. `$after` turns the pages of practices. */
export const EFFECT = graphql(
  `
    fragment EffectParts on Effect {
      ...EffectSaid
      entries
      breaches(first: 25) {
        totalCount
        edges {
          node {
            id
            reasons
            practiceCode
            practice { name }
            suspensions { id }
          }
        }
      }
      byRegion { activity later practices suspension turn region { code name kind } }
      practices(first: 100, after: $after) {
        totalCount
        edges {
          cursor
          node {
            activity
            from
            turn
            programme
            practice { odsCode name regionAt(at: $at) { code name } }
            suspension { id }
          }
        }
      }
    }
  `,
  [EFFECT_SAID],
)

export const PROPOSAL = graphql(`
  fragment ProposalParts on Proposal {
    id
    state
    ending
    lapsesAt
    missing { administrator organisations }
    needs { administrator organisations }
  }
`)

/** How many practices an effect turns, and how many of those only later. */
export type EffectCounts = Omit<ResultOf<typeof EFFECT_SAID>, 'weakens'>
export type Effect = ResultOf<typeof EFFECT>
export type AskedProposal = ResultOf<typeof PROPOSAL>

/**
 * What every command answers. Documents name it `outcome`, and what was changed `thing`. What turns
 * nothing has neither effect nor proposal.
 */
export interface CommandOutcome {
  readonly effect?: Effect | null
  readonly proposal?: AskedProposal | null
  readonly thing?: { readonly id: string } | null
  /** Of a command that answers the bare thing: its id. */
  readonly id?: string
  /** Of the command about first uploads: since when the practices are live. */
  readonly livePractices?: readonly { practice: string; liveFrom: string }[] | null
  /** What is answered once and never again. */
  readonly secret?: string
}

/** How a command tells what it comes to, where the words of most do not fit. */
export interface OutcomeWords<Row> {
  /** In place of the effect, where there is none. */
  readonly noEffect?: string
  /** Above the button that gives it, of its preview. */
  readonly before: (preview: CommandOutcome, row: Row) => string
  /** Once it is given. */
  readonly after: (outcome: CommandOutcome, row: Row) => OutcomeProps
}

/** What is typed, by field; arrays and objects where the input has them. */
export type Values = Record<string, unknown>

/** What an address asks a form to begin with, by the names of its fields: `?region=Q31`. */
export type Presets = Readonly<Record<string, string | undefined>>

/** A command as a page: what it asks for, and what it says. */
export interface Command<Row> {
  readonly name: CommandName
  /** What the page is called: "Reclassify a rollout". */
  readonly title: string
  /** A sentence on what it does, and what not, for whoever has not done it before. */
  readonly about?: string | ((row: Row) => string)
  /** The button when nothing has to be signed: "Reclassify now". */
  readonly confirm: string
  /** What is said once it is done: "The rollout is reclassified." */
  readonly done: string
  /** What is said where all was so already, and nothing was written. */
  readonly already?: (outcome: CommandOutcome) => string
  readonly document: Asking<{ outcome: CommandOutcome }>
  /**
   * What the form begins with: of the thing as it is, where the command is about one, and of what
   * the address presets. A command takes the presets that it names, and no others.
   */
  readonly begins?: (row: Row, presets: Presets) => Values
  /** The fields beside the reason, which every command asks for. */
  readonly Fields?: ComponentType<{ row: Row }>
  /** The input of the mutation, of what was typed and of the thing it is about. */
  readonly inputOf: (values: Values, row: Row) => object
  /** Where to go afterwards; where it is left out, the page of the thing, made or changed. */
  readonly goesTo?: (thing: { id: string } | null) => string
  /** False where the command takes no reason. */
  readonly takesReason?: boolean
  /** False where the command turns nothing, and so has no preview: its button gives it at once. */
  readonly previews?: boolean
  /** Words of its own for what it comes to. */
  readonly words?: OutcomeWords<Row>
  /** What stands in place of the form once it is given, where one is not to leave the page yet. */
  readonly Answer?: ComponentType<{ outcome: CommandOutcome; home: string }>
}
