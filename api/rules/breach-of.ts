import { SECOND_MS, startOfDayMs, toMoment, toMs, type Moment } from '../kernel/moment.js'
import type { Activity } from '../kernel/vocabulary.js'
import type {
  BreachFact, ConsultationFact, MailingFact, SuspensionFact,
} from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts } from './dossier.js'
import { pathAt } from './path.js'
import { purdahAt } from './purdah.js'
import { rulerOf } from './ruler.js'
import type { Found } from './timeline.js'

/** A breach as it is found: the change that keeps it gives it its id. */
export type FoundBreach = Omit<BreachFact, 'id' | 'version'>

/** An upload, as its supplier reported it. */
export interface Upload {
  /** Id of the report. */
  readonly id: string
  readonly programme: string
  readonly practice: string
  readonly uploadedAt: Moment
}

/** Where a practice belonged at a moment, or had last belonged: nearest first. */
const regionsOf = (register: Register, odsCode: string, atMs: number): readonly string[] => {
  const practice = register.get('practice', odsCode)
  return practice ? whereabouts(dossierOf(register, practice), atMs).path.regions : []
}

/** Codes of the practices that belonged to a region, or to one below it, at a moment. */
export const membersAt = (register: Register, region: string, atMs: number): string[] =>
  Array.from(register.all('region'), ({ code }) => code)
    .filter((code) => pathAt(register, code, atMs).regions.includes(region))
    .flatMap((code) =>
      register
        .everMembers(code)
        .filter((odsCode) => regionsOf(register, odsCode, atMs)[0] === code),
    )

const ask = (
  register: Register,
  programme: string,
  odsCode: string,
  asked: { activity: Activity; atMs: number },
): Found | undefined =>
  rulerOf(register, programme, toMs(register.head.at))?.rule(odsCode, {
    ...asked,
    classification: null,
  })

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/**
 * The breach that an upload was, or null where it was permitted: by a register that knows what was
 * known at that moment. Whether its supplier held a permission is not told here.
 */
export const breachOfUpload = (register: Register, upload: Upload): FoundBreach | null => {
  const { id, programme, practice, uploadedAt } = upload
  const atMs = toMs(uploadedAt)
  const answer = ask(register, programme, practice, { activity: 'UPLOAD', atMs })?.answer
  if (answer?.outcome === 'PERMIT') return null
  const reasons = answer?.reasons ?? []
  const unknown = register.get('practice', practice) ? 'NO_ROLLOUT' : 'PRACTICE_UNKNOWN'
  return {
    kind: 'UPLOAD',
    programme,
    practice,
    region: regionsOf(register, practice, atMs)[0] ?? null,
    at: uploadedAt,
    of: id,
    reasons: answer ? unique(reasons.map(({ code }) => code)) : [unknown],
    suspensions: unique(reasons.flatMap(({ suspension }) => suspension?.id ?? [])),
    permitted: false,
  }
}

/**
 * Whether the register of a ruling permitted an upload, and still did when it was made: the ruling
 * was asked at `at`, no earlier than the register's last entry.
 */
export const heldPermission = (
  register: Register,
  { programme, practice, uploadedAt }: Upload,
  at: Moment,
): boolean => {
  const atMs = toMs(at)
  const found = ask(register, programme, practice, { activity: 'UPLOAD', atMs })
  if (found?.answer.outcome !== 'PERMIT') return false
  const longestMs = atMs + found.answer.validitySecondsMax * SECOND_MS
  const uploadedMs = toMs(uploadedAt)
  return atMs <= uploadedMs && uploadedMs < Math.min(found.nextMs, longestMs)
}

/** The suspensions that held any of some practices from mailing patients. */
const holdersOf = (
  register: Register,
  programme: string,
  practices: readonly string[],
  atMs: number,
): SuspensionFact[] => [
  ...new Set(
    practices
      .flatMap((each) => ask(register, programme, each, { activity: 'INFORM', atMs }) ?? [])
      .flatMap(({ answer }) => answer.reasons)
      .flatMap(({ suspension }) => suspension ?? []),
  ),
]

const idsOf = (suspensions: readonly SuspensionFact[]): string[] =>
  suspensions.map(({ id }) => id).sort()

/** Why what patients were told or asked at a moment was forbidden; nothing where it was not. */
const forbidding = (
  register: Register,
  told: { suspensions: readonly string[]; exemption: string | null; atMs: number },
): string[] => [
  ...(told.suspensions.length > 0 ? ['SUSPENDED'] : []),
  ...(told.exemption === null && purdahAt(register, told.atMs) ? ['IN_PURDAH'] : []),
]

/**
 * The breach that a received mailing was, or null: some practice whose patients it reached was held
 * on the day of the last receipt, or that day was in purdah and no exemption is named. A mailing
 * that was only planned, or voided, reached nobody. The register is one without the mailing itself,
 * which may begin somebody's notice anew.
 */
export const breachOfMailing = (
  register: Register,
  mailing: Omit<MailingFact, 'version'>,
): FoundBreach | null => {
  const { id, programme, region, lastReceivedOn, exemption, voidedAt } = mailing
  if (lastReceivedOn === null || voidedAt !== null) return null
  const atMs = startOfDayMs(lastReceivedOn)
  const practices = mailing.practices ?? membersAt(register, region, atMs)
  const suspensions = idsOf(holdersOf(register, programme, practices, atMs))
  const reasons = forbidding(register, { suspensions, exemption, atMs })
  if (reasons.length === 0) return null
  const found = { programme, practice: null, region, of: id, suspensions, permitted: false }
  return { ...found, kind: 'MAILING', at: toMoment(atMs), reasons }
}

/** What waits for patients to be asked does not forbid to ask them. */
export const waitsForPatients = ({ conditions }: SuspensionFact): boolean =>
  conditions.some(({ audience }) => audience === 'PATIENTS')

/**
 * The breach that an opened consultation was, or null: patients were asked where a practice was
 * held from mailing them by a suspension that does not wait for that, or it was opened in purdah
 * without an exemption.
 */
export const breachOfConsultation = (
  register: Register,
  consultation: Omit<ConsultationFact, 'version'>,
): FoundBreach | null => {
  const { id, programme, audience, regions, openedAt, exemption } = consultation
  const atMs = toMs(openedAt)
  const asked = audience === 'PATIENTS' ? regions : []
  const practices = asked.flatMap((region) => membersAt(register, region, atMs))
  const holders = holdersOf(register, programme, practices, atMs)
  const suspensions = idsOf(holders.filter((each) => !waitsForPatients(each)))
  const reasons = forbidding(register, { suspensions, exemption, atMs })
  if (reasons.length === 0) return null
  const region = regions.length === 1 ? (regions[0] ?? null) : null
  const found = { programme, practice: null, region, of: id, suspensions, permitted: false }
  return { ...found, kind: 'CONSULTATION', at: openedAt, reasons }
}
