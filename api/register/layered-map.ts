const OVERLAY_MAX = 4096

/**
 * A map that is cheap to copy: a shared base that never changes, and a small overlay of its own.
 * Nothing is ever removed from it.
 */
export class LayeredMap<V> {
  private constructor(
    private base: ReadonlyMap<string, V>,
    private overlay: Map<string, V>,
    private added: number,
  ) {}

  static empty<V>(): LayeredMap<V> {
    return new LayeredMap<V>(new Map(), new Map(), 0)
  }

  fork(): LayeredMap<V> {
    return new LayeredMap(this.base, new Map(this.overlay), this.added)
  }

  get size(): number {
    return this.base.size + this.added
  }

  get(key: string): V | undefined {
    return this.overlay.get(key) ?? this.base.get(key)
  }

  set(key: string, value: V): void {
    if (!this.overlay.has(key) && !this.base.has(key)) this.added += 1
    this.overlay.set(key, value)
    if (this.overlay.size > OVERLAY_MAX) this.settle()
  }

  *values(): Generator<V> {
    for (const [key, value] of this.base) yield this.overlay.get(key) ?? value
    for (const [key, value] of this.overlay) if (!this.base.has(key)) yield value
  }

  private settle(): void {
    const base = new Map(this.base)
    for (const [key, value] of this.overlay) base.set(key, value)
    this.base = base
    this.overlay = new Map()
    this.added = 0
  }
}
