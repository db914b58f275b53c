import type { ProgrammeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { caseOf, type Case } from './case.js'
import { ProgrammeView } from './programme-view.js'
import type { Asked } from './question.js'
import { findAt, timelineOf, type Found, type Timeline } from './timeline.js'

/**
 * Rules on the practices of one programme by one register. Timelines begin at `sinceMs`, the moment
 * the register was first asked; earlier moments are worked out alone. Everything is a function of
 * the register, kept for as long as the register is.
 */
export class Ruler {
  private readonly view: ProgrammeView
  private readonly timelines = new Map<string, Timeline>()

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
    readonly sinceMs: number,
  ) {
    this.view = new ProgrammeView(register, programme)
  }

  /** The answer for a practice, or undefined where the register has no such practice. */
  rule(odsCode: string, asked: Asked): Found | undefined {
    const timeline = this.timelineOf(odsCode)
    return timeline && findAt(timeline, asked)
  }

  /** All answers about a practice from `sinceMs` on; undefined where it is unknown. */
  timelineOf(odsCode: string): Timeline | undefined {
    return this.timelines.get(odsCode) ?? this.open(odsCode)
  }

  /** All that situations of a practice are made from; undefined where it is unknown. */
  caseOf(odsCode: string): Case | undefined {
    return this.timelineOf(odsCode)?.one
  }

  private open(odsCode: string): Timeline | undefined {
    const practice = this.register.get('practice', odsCode)
    if (!practice) return undefined
    const timeline = timelineOf(caseOf(this.view, practice), this.sinceMs)
    this.timelines.set(odsCode, timeline)
    return timeline
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
