import type { RegionTermFact } from '../register/facts.js'
import { invalid } from '../kernel/refusal.js'

/** Refuses parents that lead back to the region itself, whatever their dates. */
export const refuseCircle = (
  code: string,
  parents: readonly RegionTermFact[],
  above: (region: string) => readonly RegionTermFact[],
): void => {
  const seen = new Set<string>()
  const waiting = parents.map(({ region }) => region)
  for (let region = waiting.pop(); region !== undefined; region = waiting.pop()) {
    if (region === code) throw invalid('parents', `Region ${code} would lie within itself.`)
    if (seen.has(region)) continue
    seen.add(region)
    waiting.push(...above(region).map((term) => term.region))
  }
}
