import { Activity, Classification } from '../kernel/vocabulary.js'
import type { ProgrammeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { answerKey, decide, type Answer } from './answer.js'
import { caseOf, situationOf, type Asked, type Case } from './case.js'
import { ProgrammeView } from './programme-view.js'
import { findAt, timelineOf, type Found, type Timeline } from './timeline.js'

interface KnownCase {
  readonly one: Case
  /** By activity and classification; filled as asked. */
  readonly timelines: (Timeline | undefined)[]
}

const ACTIVITY_INDEX = Object.fromEntries(
  Object.keys(Activity).map((activity, index) => [activity, index]),
) as Record<Activity, number>
const CLASSIFICATIONS = Object.keys(Classification)

const slotOf = ({ activity, classification }: Omit<Asked, 'atMs'>): number =>
  ACTIVITY_INDEX[activity] * (CLASSIFICATIONS.length + 1) +
  (classification === null ? 0 : CLASSIFICATIONS.indexOf(classification) + 1)

/**
 * Rules on the practices of one programme by one register. Timelines begin at `sinceMs`, the moment
 * the register was first asked; earlier moments are worked out alone. Everything is a function of
 * the register, kept for as long as the register is.
 */
export class Ruler {
  private readonly view: ProgrammeView
  private readonly cases = new Map<string, KnownCase>()
  private readonly answers = new Map<string, Answer>()

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
    private readonly sinceMs: number,
  ) {
    this.view = new ProgrammeView(register, programme)
  }

  /** The answer for a practice, or undefined where the register has no such practice. */
  rule(odsCode: string, asked: Asked): Found | undefined {
    const known = this.cases.get(odsCode) ?? this.open(odsCode)
    if (!known) return undefined
    return findAt(this.timeline(known, asked), asked.atMs) ?? this.ruleAlone(known.one, asked)
  }

  private open(odsCode: string): KnownCase | undefined {
    const practice = this.register.get('practice', odsCode)
    if (!practice) return undefined
    const known = { one: caseOf(this.view, practice), timelines: [] }
    this.cases.set(odsCode, known)
    return known
  }

  private timeline({ one, timelines }: KnownCase, asked: Asked): Timeline {
    const slot = slotOf(asked)
    let timeline = timelines[slot]
    if (!timeline) {
      timeline = timelineOf(one, asked, this.sinceMs, (answer) => this.intern(answer))
      timelines[slot] = timeline
    }
    return timeline
  }

  private ruleAlone(one: Case, asked: Asked): Found {
    const answer = this.intern(decide(situationOf(one, asked)))
    // Worked out for that moment alone, it promises nothing beyond it.
    return { answer, nextMs: asked.atMs }
  }

  private intern(answer: Answer): Answer {
    const key = answerKey(answer)
    const known = this.answers.get(key)
    if (known) return known
    this.answers.set(key, answer)
    return answer
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
