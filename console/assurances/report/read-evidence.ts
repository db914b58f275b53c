import { ask } from '../../graphql/ask.js'
import type { Moments } from '../../shared/as-at.js'
import type { Condition } from '../../shared/condition.js'
import { sayNamed } from '../../shared/scope.js'
import { sayCode } from '../../shared/say.js'
import { sayDay, sayHowMany, sayMoment } from '../../shared/when.js'
import type { Assurance, MadeFor } from '../source.js'
import { AGREEMENTS, CONSULTATIONS, MAILINGS } from './documents.js'
import { allPages, ifForMe } from './pages.js'

/** Something on record that counts for a condition somewhere. */
interface Piece {
  readonly of: string
  readonly condition: Condition
  readonly id: string
  readonly what: string
  readonly where: string
  readonly when: string
}

export interface Evidence {
  readonly pieces: readonly Piece[]
  /** Kinds of evidence that are not for who asks. */
  readonly hidden: readonly string[]
}

/** A piece before it is known which conditions it counts for. */
interface Found extends Omit<Piece, 'of' | 'condition'> {
  readonly countsFor: (condition: Condition) => boolean
}

type NameOf = (code: string) => string
type SignOff = MadeFor['signOffs'][number]
type Read = (programme: string, moments: Moments) => Promise<Found[]>

const readAgreements: Read = async (programme, moments) => {
  const rows = await allPages(
    async (after) => (await ask(AGREEMENTS, { programme, after, ...moments })).page,
  )
  return rows.map(({ id, party, matter, givenAt, practiceCode, practice, region }) => ({
    id,
    what: party === 'PCT' ? `${region?.name ?? 'The PCT'} agrees` : 'The practice agrees',
    where: practice ? `${practice.name} (${practiceCode})` : practiceCode,
    when: sayMoment(givenAt),
    countsFor: (condition) =>
      condition.party === party && condition.matter === matter && givenAt >= condition.since,
  }))
}

const readConsultations: Read = async (programme, moments) => {
  const rows = await allPages(
    async (after) => (await ask(CONSULTATIONS, { programme, after, ...moments })).page,
  )
  return rows.map(({ id, title, audience, openedAt, concludedAt, regions }) => ({
    id,
    what: `${title}, ${sayCode(audience).toLowerCase()}`,
    where: regions.map(({ name }) => name).join(', '),
    when: `Opened ${sayMoment(openedAt)}` +
      (concludedAt ? `, concluded ${sayMoment(concludedAt)}` : ''),
    countsFor: ({ kind, since, audience: asked }) => {
      const moment = kind === 'CONSULTATION_OPENED' ? openedAt : concludedAt
      return asked === audience && moment !== null && moment >= since
    },
  }))
}

const readMailings: Read = async (programme, moments) => {
  const rows = await allPages(
    async (after) => (await ask(MAILINGS, { programme, after, ...moments })).page,
  )
  return rows.map(({ id, packs, lastReceivedOn, region }) => ({
    id,
    what: sayHowMany(packs, 'pack'),
    where: region.name,
    when: lastReceivedOn ? `Last received ${sayDay(lastReceivedOn)}` : 'Not known',
    countsFor: ({ since }) => lastReceivedOn !== null && lastReceivedOn >= since.slice(0, 10),
  }))
}

/** Where evidence of each kind is found. Sign-offs stand with their suspension. */
const SOURCES: readonly { kinds: readonly Condition['kind'][]; name: string; read: Read }[] = [
  { kinds: ['AGREEMENT'], name: 'agreements', read: readAgreements },
  {
    kinds: ['CONSULTATION_OPENED', 'CONSULTATION_CONCLUDED'],
    name: 'consultations',
    read: readConsultations,
  },
  { kinds: ['NOTICE'], name: 'mailings', read: readMailings },
]

/** Where a sign-off counts. */
const sayWhere = ({ regionCodes, practiceCodes }: SignOff, nameOf: NameOf): string => {
  if (practiceCodes) return sayNamed(practiceCodes, 'practice')
  return regionCodes ? sayNamed(regionCodes, 'region', nameOf) : 'Everywhere'
}

const sayWhen = ({ givenAt, withdrawnAt }: SignOff): string =>
  `${sayMoment(givenAt)}${withdrawnAt ? `, withdrawn ${sayMoment(withdrawnAt)}` : ''}`

/** The sign-offs of a suspension; those that were withdrawn say so. */
const signOffsOf = ({ id, conditions, signOffs }: MadeFor, nameOf: NameOf): Piece[] =>
  signOffs.flatMap((signOff) => {
    const condition = conditions.find(({ place }) => place === signOff.condition)
    if (!condition) return []
    return [{
      of: id,
      condition,
      id: signOff.id,
      what: `${signOff.organisation} signed`,
      where: sayWhere(signOff, nameOf),
      when: sayWhen(signOff),
    }]
  })

/** What is on record for the conditions of an assurance, and of the suspensions that keep it. */
export const readEvidence = async (
  assurance: Assurance,
  holding: readonly MadeFor[],
  { moments, nameOf }: { moments: Moments; nameOf: NameOf },
): Promise<Evidence> => {
  const asking = [assurance, ...holding].flatMap(({ id, conditions }) =>
    conditions.map((condition) => ({ of: id, condition })),
  )
  const pieces: Piece[] = []
  const hidden: string[] = []
  for (const { kinds, name, read } of SOURCES) {
    const wanted = asking.filter(({ condition }) => kinds.includes(condition.kind))
    if (wanted.length === 0) continue
    const found = await ifForMe(read(assurance.programme.code, moments))
    if (!found) hidden.push(name)
    pieces.push(...wanted.flatMap((each) =>
      (found ?? [])
        .filter(({ countsFor }) => countsFor(each.condition))
        .map(({ countsFor: _, ...piece }) => ({ ...each, ...piece })),
    ))
  }
  return { pieces: [...pieces, ...holding.flatMap((each) => signOffsOf(each, nameOf))], hidden }
}
