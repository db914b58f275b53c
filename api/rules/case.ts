import { toMs } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'
import type { PracticeFact } from '../register/facts.js'
import {
  dossierOf, dossierTerms, isOpen, nextOpenMs, supplierAt, whereabouts, type Dossier,
} from './dossier.js'
import type { PlacedMailing } from './evidence.js'
import { standingRollouts, governingRollouts } from './governing.js'
import { ascending, contains } from './intervals.js'
import { noticeEndsMs } from './patients-had-notice.rule.js'
import { NOWHERE, type Path } from './path.js'
import type { Place, ProgrammeView } from './programme-view.js'
import { termsIn } from './programme-terms.js'
import type { ScopeSubject } from './scope.js'
import type { Situation } from './situation.js'
import { standingOver } from './standing.js'

/** One practice in one programme: all that its situations at any moment are made from. */
export interface Case {
  readonly view: ProgrammeView
  readonly dossier: Dossier
  /** Mailings that reached its patients, earliest first. */
  readonly receipts: readonly PlacedMailing[]
  /** When it went live, or infinity. */
  readonly liveMs: number
  /** What can concern it on each path; filled as asked. */
  readonly places: Map<Path, Place>
}

type Mailings = ProgrammeView['mailings']

const findReceipts = (mailings: Mailings, { practice, stays }: Dossier): PlacedMailing[] =>
  [
    ...mailings.naming(practice.odsCode),
    ...stays.flatMap((stay) =>
      stay.path.regions
        .flatMap((region) => mailings.in(region))
        .filter(({ receivedMs }) => contains(stay, receivedMs)),
    ),
  ].sort((a, b) => a.receivedMs - b.receivedMs)

const receiptsKept = new WeakMap<
  Dossier,
  { readonly mailings: Mailings; readonly receipts: readonly PlacedMailing[] }
>()

/** The mailings that reached patients of the practice: naming it, or where it then belonged. */
const receiptsOf = (mailings: Mailings, dossier: Dossier): readonly PlacedMailing[] => {
  const kept = receiptsKept.get(dossier)
  if (kept?.mailings === mailings) return kept.receipts
  const receipts = findReceipts(mailings, dossier)
  receiptsKept.set(dossier, { mailings, receipts })
  return receipts
}

export const caseOf = (view: ProgrammeView, practice: PracticeFact): Case => {
  const dossier = dossierOf(view.register, practice)
  const live = view.register.get('live', `${view.programme.code}/${practice.odsCode}`)
  return {
    view,
    dossier,
    receipts: receiptsOf(view.mailings, dossier),
    liveMs: live ? toMs(live.liveFrom) : Number.POSITIVE_INFINITY,
    places: new Map(),
  }
}

const placeOn = ({ view, dossier, places }: Case, path: Path): Place => {
  const known = places.get(path)
  if (known) return known
  const place = view.placeOf(path, dossier.practice.odsCode)
  places.set(path, place)
  return place
}

/** A live practice's notice counts to the last receipt before it went live. */
const lastReceipt = ({ receipts, liveMs }: Case, atMs: number): PlacedMailing | undefined => {
  const countsTo = liveMs <= atMs ? liveMs : atMs
  return receipts.findLast(({ receivedMs }) => receivedMs <= countsTo)
}

/** What a question asks of a case. */
export interface Asked {
  readonly activity: Activity
  readonly classification: Classification | null
  readonly atMs: number
}

/** What governs a practice at a moment, and what scopes are compared with. */
const standsWhere = (one: Case, { activity, classification, atMs }: Asked) => {
  const { dossier } = one
  const { belongs, path } = whereabouts(dossier, atMs)
  const place = placeOn(one, path)
  const covering = standingRollouts(place.rollouts, atMs)
  const governs = governingRollouts(covering, activity, classification)
  const subject: ScopeSubject = {
    odsCode: dossier.practice.odsCode,
    activity,
    path,
    supplier: supplierAt(dossier, atMs),
    classifications: governs.governing.map((each) => each.classification),
  }
  return { open: belongs && isOpen(dossier, atMs), place, governs, subject }
}

/** What the scope of a suspension is compared with, for one practice at one moment. */
export const subjectOf = (one: Case, asked: Asked): ScopeSubject => standsWhere(one, asked).subject

/** Everything that stands at one moment, for the rules to look at. */
export const situationOf = (one: Case, asked: Asked): Situation => {
  const { view, dossier } = one
  const { activity, atMs } = asked
  const { open, place, governs, subject } = standsWhere(one, asked)
  return {
    practice: dossier.practice,
    activity,
    atMs,
    terms: termsIn(view.terms, atMs),
    open,
    nextOpenMs: open ? null : nextOpenMs(dossier, atMs),
    ...governs,
    ...standingOver(place, one.receipts, subject, atMs),
    lastReceivedOn: lastReceipt(one, atMs)?.receivedOn ?? null,
  }
}

/** The places where a practice is from a moment on: a path that it has left by then is none. */
const placesFrom = (one: Case, sinceMs: number): Place[] => {
  const { stays } = one.dossier
  const begun = stays.findLastIndex(({ fromMs }) => fromMs <= sinceMs)
  const paths = new Set(stays.slice(Math.max(begun, 0)).map(({ path }) => path))
  if (begun < 0) paths.add(NOWHERE)
  return [...paths].map((path) => placeOn(one, path))
}

/** Every classification of the rollouts that may cover the practice from a moment on. */
export const classificationsFrom = (one: Case, sinceMs: number): Set<Classification> =>
  new Set(placesFrom(one, sinceMs).flatMap(({ classifications }) => classifications))

/** Every date after a moment recorded for the practice or for what covers it from then on. */
export const boundariesOf = (one: Case, sinceMs = Number.NEGATIVE_INFINITY): number[] => {
  const { view, dossier, receipts, liveMs } = one
  const dates = [liveMs, ...view.terms.map(({ fromMs }) => fromMs)]
  const places = placesFrom(one, sinceMs)
  const noticeDays = new Set(view.terms.map(({ terms }) => terms.noticeDaysMin))
  for (const place of places) for (const days of place.noticeDays) noticeDays.add(days)
  for (const { receivedOn, receivedMs } of receipts) {
    dates.push(receivedMs)
    for (const days of noticeDays) dates.push(noticeEndsMs(receivedOn, days))
  }
  for (const { fromMs, toMs: untilMs } of dossierTerms(dossier)) dates.push(fromMs, untilMs)
  // Pushed one by one: flatMap takes ten times as long over lists of numbers.
  for (const { datesMs } of places) for (const ms of datesMs) dates.push(ms)
  return ascending(dates.filter((ms) => ms > sinceMs))
}
