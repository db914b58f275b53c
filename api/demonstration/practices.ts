import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Day } from '../kernel/moment.js'
import { readReferenceBodies } from '../regions/reference-bodies.js'
import type { ImportedPractice } from '../regions/import-organisations.command.js'
import type { RegionTermFact } from '../register/facts.js'

/** PCTs that took over from others, which of them a practice came from, and when. */
const CAME_FROM: Readonly<Record<string, { from: Day; earlier: readonly string[] }>> = {
  '5QV': { from: '2010-04-01', earlier: ['5P3', '5P4'] },
  TAP: { from: '2010-04-01', earlier: ['5CC'] },
  TAN: { from: '2007-09-01', earlier: ['5AN'] },
}
const WENT_TO: Readonly<Record<string, { from: Day; later: string }>> = {
  TAM: { from: '2011-04-15', later: '5QW' },
}
export const DEMONSTRATION_OPENS: Day = '2006-10-01'

/** Ten practices in a row have these suppliers; about the shares that were. */
const SUPPLIERS = [
  'EMIS', 'TPP', 'EMIS', 'INPS', 'EMIS', 'TPP', 'EMIS', 'INPS', 'EMIS', 'ISOFT',
] as const

const membershipsOf = (pct: string, index: number): RegionTermFact[] => {
  const came = CAME_FROM[pct]
  const went = WENT_TO[pct]
  const earlier = came?.earlier[index % came.earlier.length]
  const here = {
    region: pct,
    from: came?.from ?? DEMONSTRATION_OPENS,
    to: went?.from ?? null,
  }
  return [
    ...(came && earlier ? [{ region: earlier, from: DEMONSTRATION_OPENS, to: came.from }] : []),
    here,
    ...(went ? [{ region: went.later, from: went.from, to: null }] : []),
  ]
}

const readCounts = (): { pct: string; practices: number }[] => {
  const file = readFileSync(new URL('./practices-per-pct.csv', import.meta.url))
  const lines = parse<{ pct: string; practices: string }>(file, { columns: true })
  return lines.map(({ pct, practices }) => ({ pct, practices: Number(practices) }))
}

const CODE_DIGITS = 4

/**
 * As many practices in each PCT as there really were, made up, and the same every time. Codes and
 * names say what they are: DEMO0001, Demonstration practice 1, Bolton.
 */
export const demonstrationPractices = (): ImportedPractice[] => {
  const names = new Map(readReferenceBodies().regions.map(({ code, name }) => [code, name]))
  const places = readCounts().flatMap(({ pct, practices }) =>
    Array.from({ length: practices }, (_, index) => ({ pct, index })),
  )
  return places.map(({ pct, index }, number) => ({
    odsCode: `DEMO${String(number + 1).padStart(CODE_DIGITS, '0')}`,
    name: `Demonstration practice ${index + 1}, ${names.get(pct) ?? pct}`,
    openFrom: DEMONSTRATION_OPENS,
    openTo: null,
    memberships: membershipsOf(pct, index),
    supplier: SUPPLIERS[number % SUPPLIERS.length] ?? null,
  }))
}

/** Codes of the practices of a PCT, in order. */
export const practicesOf = (pct: string, count: number): string[] =>
  demonstrationPractices()
    .filter(({ memberships }) => memberships.some(({ region }) => region === pct))
    .slice(0, count)
    .map(({ odsCode }) => odsCode)

/** The supplier of a practice. */
export const supplierServing = (odsCode: string): string =>
  demonstrationPractices().find((each) => each.odsCode === odsCode)?.supplier ?? 'EMIS'
