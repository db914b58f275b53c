import type { RegionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { contains, intersect, intervalOf, isEmpty, type Interval } from './intervals.js'

/** A region and those above it, nearest first. One object a chain, so that it can be a key. */
export interface Path {
  readonly regions: readonly string[]
}

/** For how long a region had that path. */
export interface PathTerm extends Interval {
  readonly path: Path
}

export const NOWHERE: Path = { regions: [] }

const EVER: Interval = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }

/** The paths of all regions of a register, worked out as they are asked for. */
class Paths {
  private readonly interned = new Map<string, Path>()
  private readonly terms = new Map<string, readonly PathTerm[]>()
  /** As they are now: a fork that shares the token may later change its regions. */
  private readonly regions: ReadonlyMap<string, RegionFact>

  constructor(register: Register) {
    this.regions = new Map(Array.from(register.all('region'), (region) => [region.code, region]))
  }

  /** Terms of a region in order of time, without gaps: without a parent, the region is alone. */
  of(region: string): readonly PathTerm[] {
    let terms = this.terms.get(region)
    if (!terms) {
      terms = this.workOut(region)
      this.terms.set(region, terms)
    }
    return terms
  }

  private workOut(region: string): PathTerm[] {
    const alone = this.intern([region])
    const terms: PathTerm[] = []
    let sinceMs = EVER.fromMs
    for (const parent of this.regions.get(region)?.parents ?? []) {
      const held = intervalOf(parent)
      terms.push({ fromMs: sinceMs, toMs: held.fromMs, path: alone })
      for (const above of this.of(parent.region)) {
        const path = this.intern([region, ...above.path.regions])
        terms.push({ ...intersect(held, above), path })
      }
      sinceMs = held.toMs
    }
    terms.push({ fromMs: sinceMs, toMs: EVER.toMs, path: alone })
    return terms.filter((term) => !isEmpty(term))
  }

  private intern(regions: readonly string[]): Path {
    const key = regions.join(' ')
    const path = this.interned.get(key) ?? { regions }
    this.interned.set(key, path)
    return path
  }
}

const pathsOf = new WeakMap<object, Paths>()

/** The dated paths of a region, in order of time. Kept until a region changes. */
export const pathTerms = (register: Register, region: string): readonly PathTerm[] => {
  let paths = pathsOf.get(register.token('region'))
  if (!paths) {
    paths = new Paths(register)
    pathsOf.set(register.token('region'), paths)
  }
  return paths.of(region)
}

/** A region and those above it at a moment, nearest first. */
export const pathAt = (register: Register, region: string, atMs: number): Path =>
  pathTerms(register, region).find((term) => contains(term, atMs))?.path ?? NOWHERE
