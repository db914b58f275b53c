import type { Path } from './path.js'

/** Facts of one kind stand in order of id; `order` is the place in that order. */
export interface Ordered {
  readonly order: number
}

/** Whom a fact may concern: named practices, or all of some regions, or everybody. */
export interface Narrowing {
  readonly regions: readonly string[] | null
  readonly practices: readonly string[] | null
}

const NOTHING: readonly never[] = []

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

/** Those of one programme, in order of id. */
export const ofProgramme = <T extends { id: string; programme: string }>(
  facts: Iterable<T>,
  programme: string,
): T[] => [...facts].filter((fact) => fact.programme === programme).sort(byId)

const byOrder = (a: Ordered, b: Ordered): number => a.order - b.order

/** Each once, in order. */
export const inOrder = <T extends Ordered>(facts: Iterable<T>): T[] =>
  [...new Set(facts)].sort(byOrder)

/** Adds to the list under a key. */
export const addTo = <T>(index: Map<string, T[]>, key: string, fact: T): void => {
  const facts = index.get(key)
  if (facts) facts.push(fact)
  else index.set(key, [fact])
}

/** Finds facts by whom they may concern, so that nobody looks through all of them. */
export class Reach<T extends Ordered> {
  private readonly everywhere: T[] = []
  private readonly byRegion = new Map<string, T[]>()
  private readonly byPractice = new Map<string, T[]>()

  add(fact: T, { regions, practices }: Narrowing): void {
    if (practices) for (const odsCode of practices) addTo(this.byPractice, odsCode, fact)
    else if (regions) for (const region of regions) addTo(this.byRegion, region, fact)
    else this.everywhere.push(fact)
  }

  /** Those that concern all practices of a region. */
  in(region: string): readonly T[] {
    return this.byRegion.get(region) ?? NOTHING
  }

  /** Those that concern all practices on a path, in order. */
  on(path: Path): T[] {
    return inOrder([...this.everywhere, ...path.regions.flatMap((region) => this.in(region))])
  }

  /** Those that name a practice. */
  naming(odsCode: string): readonly T[] {
    return this.byPractice.get(odsCode) ?? NOTHING
  }
}
