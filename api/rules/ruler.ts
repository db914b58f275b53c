import { invariant } from '../kernel/invariant.js'
import { Activity, Classification } from '../kernel/vocabulary.js'
import type { ProgrammeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { Answers, decide, type Answer } from './answer.js'
import { caseOf, classificationsFrom, situationOf, type Asked, type Case } from './case.js'
import { ProgrammeView } from './programme-view.js'
import { cutsOf, findAt, timelineOn, type Found, type Timeline } from './timeline.js'

/** A practice of which something was asked. */
interface KnownCase {
  readonly one: Case
  readonly cuts: readonly number[]
}

const ACTIVITIES = Object.keys(Activity)
const NAMES = [null, ...Object.keys(Classification)]

/** The place of a question among all that differ in more than practice and moment. */
const slotOf = ({ activity, classification }: Omit<Asked, 'atMs'>): number =>
  ACTIVITIES.indexOf(activity) * NAMES.length + NAMES.indexOf(classification)

/** Of all registers: what a change left alone is the same answer before it and after. */
const answers = new Answers()

const workOut = (one: Case, asked: Asked): Answer => answers.one(decide(situationOf(one, asked)))

/**
 * Rules on the practices of one programme by one register. Timelines begin at `sinceMs`, the moment
 * the register was first asked; earlier moments are worked out alone. Everything is a function of
 * the register, kept for as long as the register is.
 */
export class Ruler {
  private readonly view: ProgrammeView
  private readonly cases = new Map<string, KnownCase>()
  /** By question, then by practice. */
  private readonly timelines = Array.from(
    { length: ACTIVITIES.length * NAMES.length },
    () => new Map<string, Timeline>(),
  )

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
    readonly sinceMs: number,
  ) {
    this.view = new ProgrammeView(register, programme)
  }

  /** The answer for a practice, or undefined where the register has no such practice. */
  rule(odsCode: string, asked: Asked): Found | undefined {
    const timelines = this.timelines[slotOf(asked)]
    invariant(timelines, 'a question outside the vocabulary')
    const timeline = timelines.get(odsCode) ?? this.open(odsCode, timelines)
    return timeline && findAt(timeline, asked, workOut)
  }

  /** Every classification of the rollouts that may cover a practice from then on. */
  classificationsOf(odsCode: string): ReadonlySet<Classification> {
    const known = this.caseOf(odsCode)
    return known ? classificationsFrom(known, this.sinceMs) : new Set()
  }

  /** All that situations of a practice are made from; undefined where it is unknown. */
  caseOf(odsCode: string): Case | undefined {
    return (this.cases.get(odsCode) ?? this.openCase(odsCode))?.one
  }

  private open(odsCode: string, timelines: Map<string, Timeline>): Timeline | undefined {
    const known = this.cases.get(odsCode) ?? this.openCase(odsCode)
    if (!known) return undefined
    const timeline = timelineOn(known.one, known.cuts)
    timelines.set(odsCode, timeline)
    return timeline
  }

  private openCase(odsCode: string): KnownCase | undefined {
    const practice = this.register.get('practice', odsCode)
    if (!practice) return undefined
    const one = caseOf(this.view, practice)
    const known = { one, cuts: cutsOf(one, this.sinceMs) }
    this.cases.set(odsCode, known)
    return known
  }

}

interface Rulers {
  readonly revision: number
  readonly byProgramme: Map<string, Ruler>
}
const rulersOf = new WeakMap<Register, Rulers>()

/** The ruler of a programme, made once for each register; undefined for an unknown programme. */
export const rulerOf = (
  register: Register,
  programme: string,
  nowMs: number,
): Ruler | undefined => {
  let rulers = rulersOf.get(register)
  if (rulers?.revision !== register.revision) {
    rulers = { revision: register.revision, byProgramme: new Map() }
    rulersOf.set(register, rulers)
  }
  const known = rulers.byProgramme.get(programme)
  if (known) return known
  const fact = register.get('programme', programme)
  if (!fact) return undefined
  const ruler = new Ruler(register, fact, nowMs)
  rulers.byProgramme.set(programme, ruler)
  return ruler
}

/** The same, with timelines that begin at a moment or before it. */
export const rulerSince = (
  register: Register,
  programme: string,
  sinceMs: number,
): Ruler | undefined => {
  const ruler = rulerOf(register, programme, sinceMs)
  return ruler && ruler.sinceMs > sinceMs
    ? new Ruler(register, ruler.programme, sinceMs)
    : ruler
}
