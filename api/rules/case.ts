import { startOfDayMs, toMs } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'
import type { PracticeFact } from '../register/facts.js'
import {
  dossierBoundaries, dossierOf, isOpen, nextOpenMs, supplierAt, whereabouts, type Dossier,
} from './dossier.js'
import { coveringRollouts, governingRollouts } from './governing.js'
import { ascending, contains } from './intervals.js'
import { noticeEndsMs } from './patients-had-notice.rule.js'
import { NOWHERE } from './path.js'
import type { PlacedMailing, ProgrammeView } from './programme-view.js'
import { termsAt } from './programme-terms.js'
import { takesIn } from './scope.js'
import type { Situation } from './situation.js'

/** One practice in one programme: all that its situations at any moment are made from. */
export interface Case {
  readonly view: ProgrammeView
  readonly dossier: Dossier
  /** Mailings that reached its patients, earliest first. */
  readonly receipts: readonly PlacedMailing[]
  /** When it went live, or infinity. */
  readonly liveMs: number
}

const reached = (dossier: Dossier, mailing: PlacedMailing): boolean => {
  if (mailing.named) return mailing.named.has(dossier.practice.odsCode)
  const stay = dossier.stays.find((each) => contains(each, mailing.receivedMs))
  return stay?.path.regions.includes(mailing.region) ?? false
}

export const caseOf = (view: ProgrammeView, practice: PracticeFact): Case => {
  const dossier = dossierOf(view.register, practice)
  const live = view.register.get('live', `${view.programme.code}/${practice.odsCode}`)
  return {
    view,
    dossier,
    receipts: view.mailings
      .filter((mailing) => reached(dossier, mailing))
      .sort((a, b) => a.receivedMs - b.receivedMs),
    liveMs: live ? toMs(live.liveFrom) : Number.POSITIVE_INFINITY,
  }
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

/** Everything that stands at one moment, for the rules to look at. */
export const situationOf = (one: Case, { activity, classification, atMs }: Asked): Situation => {
  const { view, dossier } = one
  const { odsCode } = dossier.practice
  const { belongs, path } = whereabouts(dossier, atMs)
  const place = view.placeOf(path)
  const covering = coveringRollouts(place.rollouts, odsCode, atMs)
  const governs = governingRollouts(covering, activity, classification)
  const supplier = supplierAt(dossier, atMs)
  const classifications = governs.governing.map((each) => each.classification)
  const subject = { odsCode, activity, path, supplier, classifications }
  const open = belongs && isOpen(dossier, atMs)
  return {
    practice: dossier.practice,
    activity,
    atMs,
    terms: termsAt(view.programme, atMs),
    open,
    nextOpenMs: open ? null : nextOpenMs(dossier, atMs),
    ...governs,
    suspensions: place.suspensions
      .filter((each) => contains(each, atMs) && takesIn(each.suspension, subject))
      .map(({ suspension }) => suspension),
    lastReceivedOn: lastReceipt(one, atMs)?.receivedOn ?? null,
  }
}

/** Every date recorded for the practice or for what covers it, and where its notice ends. */
export const boundariesOf = ({ view, dossier, receipts, liveMs }: Case): number[] => {
  const { terms } = view.programme
  const paths = new Set([NOWHERE, ...dossier.stays.map(({ path }) => path)])
  const places = [...paths].map((path) => view.placeOf(path))
  const rollouts = places.flatMap((place) => place.rollouts.map(({ rollout }) => rollout))
  return ascending([
    ...dossierBoundaries(dossier),
    liveMs,
    ...terms.map(({ from }) => toMs(from)),
    ...receipts.map(({ receivedMs }) => receivedMs),
    ...receipts.flatMap(({ receivedOn }) =>
      terms.map(({ noticeDaysMin }) => noticeEndsMs(receivedOn, noticeDaysMin)),
    ),
    ...rollouts.flatMap(({ startedAt, endedAt, plannedOn, earlierClassifications }) => [
      ...[startedAt, endedAt, ...earlierClassifications.map(({ until }) => until)].map((moment) =>
        moment === null ? Number.NaN : toMs(moment),
      ),
      plannedOn === null ? Number.NaN : startOfDayMs(plannedOn),
    ]),
    ...places.flatMap((place) => place.suspensions.flatMap((each) => [each.fromMs, each.toMs])),
  ])
}
