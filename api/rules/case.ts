import type { PracticeFact } from '../register/facts.js'
import {
  dossierOf, dossierTerms, isOpen, nextOpenMs, supplierAt, whereabouts, type Dossier,
} from './dossier.js'
import type { PlacedMailing } from './evidence.js'
import type { Governs } from './governing.js'
import { ascending, contains, lastAtMost } from './intervals.js'
import { noticeEndsMs } from './patients-had-notice.rule.js'
import { liveSinceMs } from './live-since.js'
import { NOWHERE, type Path } from './path.js'
import type { Place, ProgrammeView } from './programme-view.js'
import { termsIn } from './programme-terms.js'
import type { Asked } from './question.js'
import type { ScopeSubject } from './scope.js'
import type { Situation } from './situation.js'
import { standingOver } from './standing.js'

/** One practice in one programme: all that its situations at any moment are made from. */
export interface Case {
  readonly view: ProgrammeView
  readonly dossier: Dossier
  /** Mailings that reached its patients, earliest first. */
  readonly receipts: readonly PlacedMailing[]
  /** From when it counts as live, or infinity. */
  readonly liveMs: number
  /** What can concern it on each path that was asked about: seldom more than one. */
  places: readonly { readonly path: Path; readonly place: Place }[]
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
    liveMs: liveSinceMs(live),
    places: [],
  }
}

const placeOn = (one: Case, path: Path): Place => {
  for (const each of one.places) if (each.path === path) return each.place
  const place = one.view.placeOf(path, one.dossier.practice.odsCode)
  one.places = [...one.places, { path, place }]
  return place
}

/** A live practice's notice counts to the last receipt before it went live. */
const lastReceipt = ({ receipts, liveMs }: Case, atMs: number): PlacedMailing | undefined => {
  const countsTo = liveMs <= atMs ? liveMs : atMs
  return receipts.findLast(({ receivedMs }) => receivedMs <= countsTo)
}

/** What the scope of a suspension is compared with, for one practice at one moment. */
export const subjectOf = (one: Case, asked: Asked): ScopeSubject => {
  const { path } = whereabouts(one.dossier, asked.atMs)
  return subjectAt(one, asked, path, placeOn(one, path).governs(asked))
}

const subjectAt = (
  { dossier }: Case,
  { activity, atMs }: Asked,
  path: Path,
  { classifications }: Governs,
): ScopeSubject => ({
  odsCode: dossier.practice.odsCode,
  activity,
  path,
  supplier: supplierAt(dossier, atMs),
  classifications,
})

/** Everything that stands at one moment, for the rules to look at. */
export const situationOf = (one: Case, asked: Asked): Situation => {
  const { view, dossier, receipts } = one
  const { activity, atMs } = asked
  const { belongs, path } = whereabouts(dossier, atMs)
  const place = placeOn(one, path)
  const governs = place.governs(asked)
  const open = belongs && isOpen(dossier, atMs)
  const standing = standingOver(place, receipts, subjectAt(one, asked, path, governs), atMs)
  // Written out, with nothing spread into it: this is made for every practice and every date.
  return {
    practice: dossier.practice,
    activity,
    atMs,
    terms: termsIn(view.terms, atMs),
    open,
    nextOpenMs: open ? null : nextOpenMs(dossier, atMs),
    governing: governs.governing,
    classificationMissing: governs.classificationMissing,
    suspensions: standing.suspensions,
    released: standing.released,
    dispensations: standing.dispensations,
    lastReceivedOn: lastReceipt(one, atMs)?.receivedOn ?? null,
  }
}

/** The places where a practice is from a moment on: a path that it has left by then is none. */
export const placesFrom = (one: Case, sinceMs: number): readonly Place[] => {
  const { stays } = one.dossier
  const last = stays.at(-1)
  // Most practices have come to stay.
  if (last && last.fromMs <= sinceMs) return [placeOn(one, last.path)]
  const begun = stays.findLastIndex(({ fromMs }) => fromMs <= sinceMs)
  const paths = new Set(stays.slice(Math.max(begun, 0)).map(({ path }) => path))
  if (begun < 0) paths.add(NOWHERE)
  return Array.from(paths, (path) => placeOn(one, path))
}

/** Every date after a moment recorded for the practice or for what covers it from then on. */
export const boundariesOf = (
  one: Case,
  sinceMs = Number.NEGATIVE_INFINITY,
  places = placesFrom(one, sinceMs),
): number[] => {
  const { view, dossier, receipts, liveMs } = one
  const later: number[] = []
  const add = (ms: number): void => {
    if (ms > sinceMs) later.push(ms)
  }
  add(liveMs)
  for (const { fromMs } of view.terms) add(fromMs)
  for (const { receivedMs, receivedOn } of receipts) {
    add(receivedMs)
    for (const { terms } of view.terms) add(noticeEndsMs(receivedOn, terms.noticeDaysMin))
    for (const { noticeDays } of places) {
      for (const days of noticeDays) add(noticeEndsMs(receivedOn, days))
    }
  }
  for (const { fromMs, toMs: untilMs } of dossierTerms(dossier)) {
    add(fromMs)
    add(untilMs)
  }
  for (const { datesMs } of places) {
    for (const ms of datesMs.slice(lastAtMost(datesMs, sinceMs) + 1)) add(ms)
  }
  return ascending(later)
}
