interface Branch<T> {
  readonly further: Map<unknown, Branch<T>>
  whole: T | null
}

const newBranch = <T>(): Branch<T> => ({ further: new Map(), whole: null })

/**
 * Keeps one object for all that are made of the same parts, so that they are compared by identity.
 * Bounded: what is forgotten is merely another object from then on.
 */
export class Interned<T> {
  private root = newBranch<T>()
  private size = 0

  constructor(private readonly max: number) {}

  /** The one that is kept for it, given all of its parts in order. */
  one(whole: T, parts: readonly unknown[]): T {
    const branch = this.branchOf(parts)
    if (branch.whole) return branch.whole
    if (this.size >= this.max) {
      this.root = newBranch()
      this.size = 0
    }
    this.size += 1
    branch.whole = whole
    return whole
  }

  private branchOf(parts: readonly unknown[]): Branch<T> {
    let branch = this.root
    for (const part of parts) {
      let next = branch.further.get(part)
      if (!next) branch.further.set(part, (next = newBranch()))
      branch = next
    }
    return branch
  }
}
