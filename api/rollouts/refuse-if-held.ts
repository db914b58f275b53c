import type { Change } from '../access/change.js'
import { Refusal } from '../kernel/refusal.js'
import type { Activity } from '../kernel/vocabulary.js'
import { practicesOnceIn } from '../regions/members.js'
import type { MailingFact, PracticeFact, RolloutFact, SuspensionFact } from '../register/facts.js'
import { holdersOf } from '../rules/holds.js'
import { rulerOf } from '../rules/ruler.js'

/** A rollout begins nothing that could not go on to upload. */
const IN_THE_WAY: readonly Activity[] = ['START', 'UPLOAD']

/** What concerns the practices of a region, or those of them that it names. */
type Covering = Pick<RolloutFact, 'region' | 'practices'>

// Closed ones too, and those to come: else they would be closed for the moment, or moved.
const coveredBy = ({ register }: Change, { region, practices }: Covering, atMs: number) => {
  const named = practices && new Set(practices)
  return practicesOnceIn(register, region, atMs).filter(
    ({ odsCode }) => named?.has(odsCode) ?? true,
  )
}

// Under one that releases practice by practice, a rollout starts, and each waits for its release.
const inTheWay = (change: Change, rollout: RolloutFact, practice: PracticeFact) =>
  IN_THE_WAY.flatMap((activity) =>
    holdersOf(change.register, practice, rollout, { activity, atMs: change.nowMs }).filter(
      ({ releases }) => activity === 'START' || !releases,
    ),
  )

const refusal = (
  what: string,
  holders: readonly SuspensionFact[],
  of: Readonly<Record<string, string>>,
): Refusal => {
  const suspensions = [...new Set(holders.map(({ id }) => id))].sort()
  const [first] = holders
  return new Refusal(
    'SUSPENDED',
    `${what}: practices it covers are held by ${suspensions.join(', ')}. ` +
      `${first?.reason} It can once they are lifted.`,
    { ...of, suspensions },
  )
}

/**
 * Refuses a start where a practice it covers is held for START or UPLOAD, either by what governs
 * it today or under the wave that the rollout belongs to.
 */
export const refuseIfHeld = (change: Change, rollout: RolloutFact): void => {
  const holders = coveredBy(change, rollout, change.nowMs).flatMap((each) =>
    inTheWay(change, rollout, each),
  )
  if (holders.length === 0) return
  const { id } = rollout
  throw refusal(`Rollout ${id} cannot start`, holders, { rollout: id })
}

type Mailed = Pick<MailingFact, 'programme' | 'region' | 'practices'>

const heldForMailing = ({ register, nowMs }: Change, { programme }: Mailed, atMs: number) => {
  const ruler = rulerOf(register, programme, nowMs)
  const asked = { activity: 'INFORM', classification: null, atMs } as const
  return ({ odsCode }: PracticeFact): SuspensionFact[] =>
    (ruler?.rule(odsCode, asked)?.answer.reasons ?? []).flatMap(
      ({ suspension }) => suspension ?? [],
    )
}

/** Refuses to plan a mailing where INFORM is held, at some moment, for a practice it covers. */
export const refuseIfMailingIsHeld = (
  change: Change,
  mailing: Mailed,
  moments: readonly number[],
): void => {
  const holders = moments.flatMap((atMs) =>
    coveredBy(change, mailing, atMs).flatMap(heldForMailing(change, mailing, atMs)),
  )
  if (holders.length === 0) return
  const { region } = mailing
  throw refusal(`The mailing in ${region} cannot be planned`, holders, { region })
}
