import { toMs, type Day, type Moment } from '../kernel/moment.js'
import type {
  AgreementFact, ConsultationFact, DispensationFact, SignOffFact,
} from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Interval } from './intervals.js'
import { keptFor } from './kept-for.js'
import type { Path } from './path.js'
import { inOrder, Reach, type Narrowing, type Ordered } from './reach.js'

/** A fact that holds for a time, for all of some regions or for named practices. */
export interface Timed<Fact> extends Ordered, Interval {
  readonly fact: Fact
  readonly regions: readonly string[] | null
}

/** A day on which a mailing was last received. */
export interface PlacedMailing extends Ordered {
  readonly id: string
  readonly receivedOn: Day
  readonly receivedMs: number
}

/** What bears on the suspensions of a programme in one place: each kind in order of id. */
export interface Evidence {
  /** From its opening to its conclusion. */
  readonly consultations: readonly Timed<ConsultationFact>[]
  /** From the day it was given until it was withdrawn; so are sign-offs. */
  readonly agreements: readonly Timed<AgreementFact>[]
  readonly signOffs: readonly Timed<SignOffFact>[]
  /** Granted ones alone. */
  readonly dispensations: readonly Timed<DispensationFact>[]
}

export const NO_EVIDENCE: Evidence = {
  consultations: [],
  agreements: [],
  signOffs: [],
  dispensations: [],
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const between = (from: Moment, to: Moment | null): Interval => ({
  fromMs: toMs(from),
  toMs: to === null ? Number.POSITIVE_INFINITY : toMs(to),
})

/** Facts by whom they concern; those that never hold are left out. */
const reachOf = <Fact extends { id: string }>(
  facts: Iterable<Fact>,
  isOfIt: (fact: Fact) => boolean,
  read: (fact: Fact) => (Interval & Narrowing) | null,
): Reach<Timed<Fact>> => {
  const reach = new Reach<Timed<Fact>>()
  for (const [order, fact] of [...facts].filter(isOfIt).sort(byId).entries()) {
    const told = read(fact)
    if (!told) continue
    const { fromMs, toMs: untilMs, regions } = told
    reach.add({ order, fact, fromMs, toMs: untilMs, regions }, told)
  }
  return reach
}

const readConsultation = ({ openedAt, concludedAt, regions }: ConsultationFact) => ({
  ...between(openedAt, concludedAt),
  regions,
  practices: null,
})

// What a PCT agreed counts only while the practice belongs to that PCT.
const timedAgreement = (fact: AgreementFact, order: number): Timed<AgreementFact> => ({
  order,
  fact,
  ...between(fact.givenAt, fact.withdrawnAt),
  regions: fact.region === null ? null : [fact.region],
})

const readSignOff = ({ givenAt, withdrawnAt, regions, practices }: SignOffFact) => ({
  ...between(givenAt, withdrawnAt),
  regions,
  practices,
})

const readDispensation = ({ granted, from, to, regions, practices }: DispensationFact) =>
  granted === true && from !== null && to !== null
    ? { ...between(from, to), regions, practices }
    : null

/** Of what names a practice, that which counts on a path. */
const counting = <Fact>(named: readonly Timed<Fact>[], path: Path): readonly Timed<Fact>[] =>
  named.filter(({ regions }) => regions?.some((each) => path.regions.includes(each)) ?? true)

/** The same object wherever there is none, so that an empty place costs nothing. */
const orNone = (found: Evidence): Evidence =>
  Object.values(found).some(({ length }) => length > 0) ? found : NO_EVIDENCE

/** A programme's evidence but for agreements, which the register finds: by whom it concerns. */
export class EvidenceIndex {
  private readonly consultations: Reach<Timed<ConsultationFact>>
  private readonly signOffs: Reach<Timed<SignOffFact>>
  private readonly dispensations: Reach<Timed<DispensationFact>>
  private readonly shared = new Map<Path, Evidence>()

  constructor(register: Register, programme: string) {
    const isOfIt = (fact: { programme: string } | undefined) => fact?.programme === programme
    const isOfItsSuspensions = (fact: { suspension: string }) =>
      isOfIt(register.get('suspension', fact.suspension))
    this.consultations = reachOf(register.all('consultation'), isOfIt, readConsultation)
    this.signOffs = reachOf(register.all('signoff'), isOfItsSuspensions, readSignOff)
    this.dispensations = reachOf(register.all('dispensation'), isOfItsSuspensions, readDispensation)
  }

  /** What concerns all practices of a path alike. */
  on(path: Path): Evidence {
    const known = this.shared.get(path)
    if (known) return known
    const evidence = orNone({
      consultations: this.consultations.on(path),
      agreements: [],
      signOffs: this.signOffs.on(path),
      dispensations: this.dispensations.on(path),
    })
    this.shared.set(path, evidence)
    return evidence
  }

  /** Whether any of it names a practice. */
  names(odsCode: string): boolean {
    const { signOffs, dispensations } = this
    return signOffs.naming(odsCode).length + dispensations.naming(odsCode).length > 0
  }

  /** What names a practice and counts on a path. */
  private naming(odsCode: string, path: Path, agreements: readonly AgreementFact[]): Evidence {
    return orNone({
      consultations: [],
      agreements: counting(agreements.map(timedAgreement), path),
      signOffs: counting(this.signOffs.naming(odsCode), path),
      dispensations: counting(this.dispensations.naming(odsCode), path),
    })
  }

  /** All that concerns one practice on a path, given the agreements about it. */
  of(odsCode: string, path: Path, agreements: readonly AgreementFact[]): Evidence {
    const shared = this.on(path)
    const named = agreements.length > 0 || this.names(odsCode)
    const own = named ? this.naming(odsCode, path, agreements) : NO_EVIDENCE
    if (own === NO_EVIDENCE) return shared
    return {
      consultations: shared.consultations,
      agreements: own.agreements,
      signOffs: inOrder([...shared.signOffs, ...own.signOffs]),
      dispensations: inOrder([...shared.dispensations, ...own.dispensations]),
    }
  }
}

/** Kept until some of it changes. */
export const evidenceOf = keptFor(
  ['consultation', 'signoff', 'dispensation', 'suspension'],
  (register, programme) => new EvidenceIndex(register, programme),
)

/** Every date at which evidence begins or ceases to count. */
export const datesOfEvidence = (evidence: Evidence): number[] =>
  Object.values(evidence).flatMap((facts: Evidence[keyof Evidence]) =>
    facts.flatMap(({ fromMs, toMs: untilMs }) => [fromMs, untilMs]),
  )
