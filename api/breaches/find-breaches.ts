import { SECOND_MS, toMoment, toMs, type Moment } from '../kernel/moment.js'
import type { History } from '../register/history.js'
import { breachOfUpload, heldPermission, type FoundBreach } from '../rules/breach-of.js'
import type { UploadReport } from './upload-report.entity.js'

/**
 * A change is entered a while before anybody sees it: for so long a ruling may have rested on the
 * register without it.
 */
const UNSEEN_MS = 60 * SECOND_MS

interface Found {
  readonly report: UploadReport
  readonly breach: FoundBreach
}

const bySequence = <T>(items: readonly T[], sequences: readonly number[]) =>
  items
    .map((item, place) => ({ item, sequence: sequences[place] ?? 0 }))
    .sort((a, b) => a.sequence - b.sequence)

/** The uploads that were refused, each by what was known when it was made. */
const refusedUploads = async (
  history: History,
  reports: readonly UploadReport[],
): Promise<Found[]> => {
  const found: Found[] = []
  const sequences = await history.sequencesAt(reports.map(({ uploadedAt }) => uploadedAt))
  // In the ledger's order: each register is folded from the one before it.
  for (const { item: report, sequence } of bySequence(reports, sequences)) {
    const breach = breachOfUpload(await history.atSequence(sequence), report)
    if (breach) found.push({ report, breach })
  }
  return found
}

const minus = (moment: Moment, ms: number): Moment => toMoment(toMs(moment) - ms)

/** A ruling can only have rested on the register of its own moment, whatever is reported of it. */
const restsOnItsTime = async (
  history: History,
  relied: readonly { at: Moment; registerSequence: number }[],
): Promise<boolean[]> => {
  const latest = await history.sequencesAt(relied.map(({ at }) => at))
  const earliest = await history.sequencesAt(relied.map(({ at }) => minus(at, UNSEEN_MS)))
  return relied.map(
    ({ registerSequence: sequence }, place) =>
      (earliest[place] ?? 0) <= sequence && sequence <= (latest[place] ?? 0),
  )
}

/** Marks the breaches whose supplier relied on a permission that was still valid. */
const withPermissions = async (
  history: History,
  found: readonly Found[],
): Promise<FoundBreach[]> => {
  const relying = found.flatMap((each) => {
    const { at, registerSequence } = each.report
    return at === null || registerSequence === null ? [] : [{ ...each, at, registerSequence }]
  })
  const possible = await restsOnItsTime(history, relying)
  const asked = relying.filter((_, place) => possible[place])
  const sequences = asked.map(({ registerSequence }) => registerSequence)
  const permitted = new Set<FoundBreach>()
  for (const { item, sequence } of bySequence(asked, sequences)) {
    const register = await history.atSequence(sequence)
    if (heldPermission(register, item.report, item.at)) permitted.add(item.breach)
  }
  return found.map(({ breach }) => ({ ...breach, permitted: permitted.has(breach) }))
}

/** The breaches among reported uploads, in the order of what was then known. */
export const findBreaches = async (
  history: History,
  reports: readonly UploadReport[],
): Promise<FoundBreach[]> => withPermissions(history, await refusedUploads(history, reports))
