import { Counter, type Registry } from 'prom-client'

/**
 * A counter that is read seldom and counted up all the time: an entry of a map each time, and a
 * metric only once somebody asks. The library's own costs as much as a ruling.
 */
export class Tally {
  private readonly counts = new Map<string, number>()

  constructor(
    registry: Registry,
    { name, help, label }: { readonly name: string; readonly help: string; readonly label: string },
  ) {
    const { counts } = this
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset()
        for (const [value, count] of counts) this.inc({ [label]: value }, count)
      },
    })
  }

  add(value: string): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1)
  }
}
