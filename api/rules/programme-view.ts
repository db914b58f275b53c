import { toMs } from '../kernel/moment.js'
import type { ProgrammeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { coursesOf, type Courses } from './course.js'
import { evidenceOf, type Evidence, type EvidenceIndex } from './evidence.js'
import { keptFor } from './kept-for.js'
import type { Path } from './path.js'
import { placeOf, type Place, type PlacedSuspension } from './place.js'
import { timedTerms, type TimedTerms } from './programme-terms.js'
import { soughtBy } from './proof.js'
import { inOrder, ofProgramme, Reach } from './reach.js'
import { rolloutsOf, type RolloutIndex } from './rollout-index.js'

const reachOfSuspensions = keptFor(['suspension'], (register, programme) => {
  const reach = new Reach<PlacedSuspension>()
  const suspensions = ofProgramme(register.all('suspension'), programme)
  for (const [order, suspension] of suspensions.entries()) {
    const fromMs = toMs(suspension.from)
    const untilMs =
      suspension.endedAt === null ? Number.POSITIVE_INFINITY : toMs(suspension.endedAt)
    // One that ended before it began is never in force.
    if (fromMs >= untilMs) continue
    const spared = new Set(suspension.spared)
    const sought = soughtBy(suspension)
    const placed = { order, suspension, fromMs, toMs: untilMs, sought, spared }
    for (const clause of suspension.scope) reach.add(placed, clause)
  }
  return reach
})

/** Codes of the practices that some suspension spares. */
const sparedIn = keptFor(['suspension'], (register, programme) => {
  const suspensions = ofProgramme(register.all('suspension'), programme)
  return new Set(suspensions.flatMap(({ spared }) => spared))
})

/**
 * One programme's facts of one register, made ready for rulings, and found by whom they concern.
 */
export class ProgrammeView {
  readonly courses: Courses
  private readonly terms: readonly TimedTerms[]
  private readonly rollouts: RolloutIndex
  private readonly evidence: EvidenceIndex
  private readonly suspensions: Reach<PlacedSuspension>
  private readonly spared: ReadonlySet<string>
  /** What concerns all practices of a path alike. */
  private readonly shared = new Map<Path, Place>()

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
  ) {
    const { code } = programme
    this.courses = coursesOf(register, code)
    this.terms = timedTerms(programme)
    this.rollouts = rolloutsOf(register, code)
    this.evidence = evidenceOf(register, code)
    this.suspensions = reachOfSuspensions(register, code)
    this.spared = sparedIn(register, code)
  }

  /** Whether anything names a practice, so that what concerns others there is not all. */
  names(odsCode: string): boolean {
    return (
      this.rollouts.names(odsCode) ||
      this.suspensions.naming(odsCode).length > 0 ||
      this.spared.has(odsCode) ||
      this.evidence.names(odsCode) ||
      this.register.agreementsOf(odsCode).length > 0
    )
  }

  /** What concerns all practices of a path that nothing names. */
  sharedPlace(path: Path): Place {
    let place = this.shared.get(path)
    if (!place) {
      place = placeOf({
        practice: null,
        terms: this.terms,
        covering: this.rollouts.on(path),
        suspensions: this.suspensions.on(path),
        evidence: this.evidence.on(path),
      })
      this.shared.set(path, place)
    }
    return place
  }

  /** What can concern one practice on a path: what concerns all there, and what names it. */
  ownPlace(path: Path, odsCode: string): Place {
    const shared = this.sharedPlace(path)
    const covering = this.rollouts.of(odsCode, path)
    const named = this.suspensions.naming(odsCode)
    const evidence = this.evidenceOn(path, odsCode)
    const differs = covering !== shared.covering || evidence !== shared.evidence
    if (!differs && named.length === 0 && !this.spared.has(odsCode)) return shared
    const suspensions = inOrder([...shared.suspensions, ...named])
    return placeOf({ practice: odsCode, terms: this.terms, covering, suspensions, evidence })
  }

  /** What may prove conditions at a practice, while it is on a path. */
  evidenceOn(path: Path, odsCode: string): Evidence {
    const agreements = this.register.agreementsOf(odsCode)
    const its = agreements.length > 0 ? ofProgramme(agreements, this.programme.code) : agreements
    return this.evidence.of(odsCode, path, its)
  }
}
