import { sayCode } from '../../shared/say.js'
import { sayCount } from '../../shared/when.js'
import type { Events, Mailings } from './documents.js'

/** What a timeline can show, in its order, and what a box for it says. */
export const KINDS = {
  purdah: 'Purdah',
  suspension: 'Suspensions',
  dispensation: 'Dispensations',
  assurance: 'Assurances',
  consultation: 'Consultations',
  mailing: 'Mailings',
  rollout: 'Rollouts',
} as const

export type Kind = keyof typeof KINDS

/** Something that began, or is to, and may be over. Days are London's, moments exact. */
export interface TimelineRow {
  readonly kind: Kind
  readonly key: string
  /** What kind of thing, in a word or two: "Binding suspension". */
  readonly what: string
  readonly which: string
  readonly to: string | null
  readonly from: string
  /** When it was over; null where it goes on, the same as `from` where it was on one day. */
  readonly until: string | null
  /** Whether it is only planned or asked for. */
  readonly isPlanned?: boolean
  /** Whether it is only shown, and refuses nothing. */
  readonly isAdvisory?: boolean
}

type NodeOf<Page extends { edges: readonly { node: unknown }[] }> = Page['edges'][number]['node']

const purdahRow = ({ code, name, from, to }: NodeOf<Events['purdahs']>): TimelineRow => ({
  kind: 'purdah', key: code, what: 'Purdah', which: name, to: `/purdahs/${encodeURIComponent(code)}`,
  from, until: to,
})

const suspensionRow = (
  { id, from, endedAt, strength, programme }: NodeOf<Events['suspensions']>,
): TimelineRow => ({
  kind: 'suspension',
  key: id,
  what: `${sayCode(strength)} suspension`,
  which: `${id}, ${programme.code}`,
  to: `/suspensions/${id}`,
  from,
  until: endedAt,
  isAdvisory: strength === 'ADVISORY',
})

type Dispensation = NodeOf<Events['dispensations']>

/** Granted, it holds from and to; till then it is asked for; declined, it never was. */
const termOf = ({ granted, requestedAt, from, to, until }: Dispensation) => {
  if (granted === null) return { what: 'asked for', from: requestedAt, until, isPlanned: true }
  if (!granted) return { what: 'declined', from: requestedAt, until: requestedAt }
  return { what: 'granted', from: from ?? requestedAt, until: to }
}

const dispensationRow = (dispensation: Dispensation): TimelineRow => {
  const { id, requestedBy, suspension } = dispensation
  const { what, ...term } = termOf(dispensation)
  return {
    kind: 'dispensation',
    key: id,
    what: `Dispensation, ${what}`,
    which: `${id}, ${requestedBy} from ${suspension.id}`,
    to: `/dispensations/${id}`,
    ...term,
  }
}

type Speakers = NodeOf<Events['assurances']>['givenBy']

const codesOf = (speakers: Speakers): string =>
  [...new Set(speakers.map(({ organisation }) => organisation.code))].join(', ')

const assuranceRow = (
  { id, givenOn, withdrawnAt, supersededBy, givenBy, givenTo }: NodeOf<Events['assurances']>,
): TimelineRow => ({
  kind: 'assurance',
  key: id,
  what: 'Assurance',
  which: `${id}, ${codesOf(givenBy)} to ${codesOf(givenTo)}`,
  to: `/assurances/${id}`,
  from: givenOn,
  until: withdrawnAt ?? supersededBy?.givenOn ?? null,
})

const consultationRow = (
  { id, title, audience, openedAt, closesOn, concludedAt }: NodeOf<Events['consultations']>,
): TimelineRow => ({
  kind: 'consultation',
  key: id,
  what: `Consultation of ${audience.toLowerCase()}`,
  which: `${id}, ${title}`,
  to: `/consultations/${id}`,
  from: openedAt,
  until: concludedAt !== null && concludedAt < closesOn ? concludedAt : closesOn,
})

const mailingRow = (
  { id, packs, plannedFor, lastReceivedOn, region }: NodeOf<Mailings['mailings']>,
): TimelineRow[] => {
  const day = lastReceivedOn ?? plannedFor
  if (day === null) return []
  const word = lastReceivedOn ? 'received' : 'planned'
  return [{
    kind: 'mailing',
    key: id,
    what: `Mailing, ${word}`,
    which: `${id}, ${region.name}, ${sayCount(packs)} packs`,
    to: `/mailings/${id}`,
    from: day,
    until: day,
    isPlanned: lastReceivedOn === null,
  }]
}

const rolloutRow = (
  { id, classification, plannedOn, startedAt, endedAt, region }: NodeOf<Events['rollouts']>,
): TimelineRow[] => {
  const from = startedAt ?? plannedOn
  if (from === null) return []
  return [{
    kind: 'rollout',
    key: id,
    what: startedAt ? 'Rollout' : 'Rollout, planned',
    which: `${id}, ${region.name}, ${sayCode(classification).toLowerCase()}`,
    to: `/rollouts/${id}`,
    from,
    until: endedAt,
    isPlanned: startedAt === null,
  }]
}

/** All that can be shown, kind by kind, and within a kind as the API answers it. */
export const rowsOf = (events: Events, mailings: Mailings | undefined): TimelineRow[] => [
  ...events.purdahs.edges.map(({ node }) => purdahRow(node)),
  ...events.suspensions.edges.map(({ node }) => suspensionRow(node)),
  ...events.dispensations.edges.map(({ node }) => dispensationRow(node)),
  ...events.assurances.edges.map(({ node }) => assuranceRow(node)),
  ...events.consultations.edges.map(({ node }) => consultationRow(node)),
  ...(mailings?.mailings.edges ?? []).flatMap(({ node }) => mailingRow(node)),
  ...events.rollouts.edges.flatMap(({ node }) => rolloutRow(node)),
]

/** What the API has more of than it answers at once, in words. */
export const leftOut = (events: Events, mailings: Mailings | undefined): string[] =>
  Object.entries({ ...events, ...mailings })
    .filter(([, { totalCount, edges }]) => edges.length < totalCount)
    .map(([name, { totalCount, edges }]) =>
      `${sayCount(edges.length)} of ${sayCount(totalCount)} ${name}`)
