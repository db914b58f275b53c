import type { Change } from '../access/change.js'
import { Refusal } from '../kernel/refusal.js'
import type { Activity } from '../kernel/vocabulary.js'
import { practicesOnceIn } from '../regions/members.js'
import type {
  ConsultationFact, MailingFact, PracticeFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import { waitsForPatients } from '../rules/breach-of.js'
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
    `${what}: practices there are held by ${suspensions.join(', ')}, for the reason ` +
      `“${first?.reason}” Wait until ${suspensions.length === 1 ? 'it is' : 'they are'} lifted.`,
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

/** The suspensions that hold INFORM at a moment, for any practice that a mailing covers. */
const heldForMailing = (change: Change, mailed: Mailed, atMs: number): SuspensionFact[] => {
  const ruler = rulerOf(change.register, mailed.programme, change.nowMs)
  const asked = { activity: 'INFORM', classification: null, atMs } as const
  return coveredBy(change, mailed, atMs)
    .flatMap(({ odsCode }) => ruler?.rule(odsCode, asked)?.answer.reasons ?? [])
    .flatMap(({ suspension }) => suspension ?? [])
}

/** Refuses to plan a mailing where INFORM is held, at some moment, for a practice it covers. */
export const refuseIfMailingIsHeld = (
  change: Change,
  mailing: Mailed,
  moments: readonly number[],
): void => {
  const holders = moments.flatMap((atMs) => heldForMailing(change, mailing, atMs))
  if (holders.length === 0) return
  const { region } = mailing
  throw refusal(`The mailing in ${region} cannot be planned`, holders, { region })
}

/** Refuses to ask patients where INFORM is held by what does not itself wait for them. */
export const refuseIfAskingIsHeld = (
  change: Change,
  { programme, regions }: Pick<ConsultationFact, 'programme' | 'regions'>,
): void => {
  for (const region of regions) {
    const mailed = { programme, region, practices: null }
    const holders = heldForMailing(change, mailed, change.nowMs)
    const forbidding = holders.filter((each) => !waitsForPatients(each))
    if (forbidding.length === 0) continue
    throw refusal(`Patients in ${region} cannot be asked`, forbidding, { region })
  }
}
