import {
  dossierTerms, isOpen, nextOpenMs, supplierAt, whereabouts, type Dossier,
} from './dossier.js'
import type { PlacedMailing } from './evidence.js'
import { Interned } from './interned.js'
import { ascending, lastAtMost } from './intervals.js'
import { keptFor } from './kept-for.js'
import type { Path } from './path.js'
import { mailingsOf, receiptsOf, type Mailings } from './receipts.js'

/**
 * What is a practice's own at one moment, and where it is. What a ruling looks at besides is the
 * same for all practices there: this is all that it may know of the practice itself.
 */
export interface Circumstances {
  /** Where it belongs, or else where it last belonged. */
  readonly path: Path
  /** Open, and in a region. */
  readonly open: boolean
  readonly nextOpenMs: number | null
  readonly supplier: string | null
  /** The mailing that its patients last received, or null. */
  readonly lastReceived: PlacedMailing | null
  /** The same, as the programme's notice counts it: a live practice's, before it went live. */
  readonly lastCounted: PlacedMailing | null
}

const isReceivedBy =
  (atMs: number) =>
  ({ receivedMs }: PlacedMailing): boolean =>
    receivedMs <= atMs

const lastBy = (receipts: readonly PlacedMailing[], atMs: number): PlacedMailing | null =>
  receipts.findLast(isReceivedBy(atMs)) ?? null

/** A practice's course through a programme: what is its own, over all time. */
export class Course {
  /** Every date on which something of its own changes, ascending. */
  readonly datesMs: readonly number[]
  /** What was so before them, and from each of them on: worked out when it is first asked for. */
  private readonly known: (Circumstances | undefined)[]

  constructor(
    readonly dossier: Dossier,
    /** Mailings that reached its patients, earliest first. */
    readonly receipts: readonly PlacedMailing[],
    /** From when it counts as live, or infinity. */
    readonly liveMs: number,
    private readonly alike: Interned<Circumstances>,
  ) {
    const terms = dossierTerms(dossier).flatMap(({ fromMs, toMs }) => [fromMs, toMs])
    const received = receipts.map(({ receivedMs }) => receivedMs)
    this.datesMs = ascending([liveMs, ...received, ...terms])
    this.known = Array<Circumstances | undefined>(this.datesMs.length + 1)
  }

  at(atMs: number): Circumstances {
    const stretch = lastAtMost(this.datesMs, atMs) + 1
    return (this.known[stretch] ??= this.workOut(atMs))
  }

  /** The mailings that its patients had received by a moment, earliest first. */
  receivedBy(atMs: number): readonly PlacedMailing[] {
    return this.receipts.filter(isReceivedBy(atMs))
  }

  private workOut(atMs: number): Circumstances {
    const { dossier, receipts, liveMs } = this
    const { belongs, path } = whereabouts(dossier, atMs)
    const open = belongs && isOpen(dossier, atMs)
    const circumstances: Circumstances = {
      path,
      open,
      nextOpenMs: open ? null : nextOpenMs(dossier, atMs),
      supplier: supplierAt(dossier, atMs),
      lastReceived: lastBy(receipts, atMs),
      lastCounted: lastBy(receipts, Math.min(atMs, liveMs)),
    }
    // Alike in every part that there is: one that was left out would be a wrong permit.
    return this.alike.one(circumstances, Object.values(circumstances))
  }
}

const ALIKE_MAX = 100_000

/** The courses of all practices through one programme. */
export class Courses {
  private readonly alike = new Interned<Circumstances>(ALIKE_MAX)
  private readonly courses = new WeakMap<Dossier, Course>()

  constructor(private readonly mailings: Mailings) {}

  of(dossier: Dossier, liveMs: number): Course {
    const known = this.courses.get(dossier)
    if (known?.liveMs === liveMs) return known
    const receipts = receiptsOf(this.mailings, dossier)
    const course = new Course(dossier, receipts, liveMs, this.alike)
    this.courses.set(dossier, course)
    return course
  }
}

/** Kept until a mailing changes: practices go on as they did, whatever is suspended. */
export const coursesOf = keptFor(
  ['mailing'],
  (register, programme) => new Courses(mailingsOf(register, programme)),
)
