import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { invariant } from '../kernel/invariant.js'
import { RegionKind } from '../kernel/vocabulary.js'
import type { OrganisationFact, RegionTermFact, RegionFact } from '../register/facts.js'

/** The bodies every register begins with, as written down in `reference-bodies/`. */
export interface ReferenceBodies {
  readonly organisations: readonly Omit<OrganisationFact, 'version'>[]
  /** The country first, and every parent before its children. */
  readonly regions: readonly Omit<RegionFact, 'version'>[]
}

type Line = Readonly<Record<string, string>>

const readLines = (file: string): Line[] =>
  parse(readFileSync(new URL(`./reference-bodies/${file}`, import.meta.url)), { columns: true })

const text = (line: Line, column: string): string => {
  const value = line[column]
  invariant(value !== undefined, `a reference body without the column ${column}`)
  return value
}

const kindOf = (line: Line): RegionKind => {
  const kind = Object.values(RegionKind).find((known) => known === line.kind)
  invariant(kind, `a reference body of the kind "${line.kind}"`)
  return kind
}

// A line holds one dated term of a region's parent; a region without a parent holds none.
const parentTerms = (lines: readonly Line[]): RegionTermFact[] =>
  lines
    .filter((line) => line.parent)
    .map((line) => ({
      region: text(line, 'parent'),
      from: text(line, 'from') || null,
      to: text(line, 'to') || null,
    }))
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))

const linesByCode = (lines: readonly Line[]): Map<string, [Line, ...Line[]]> => {
  const byCode = new Map<string, [Line, ...Line[]]>()
  for (const line of lines) {
    const sameRegion = byCode.get(text(line, 'code'))
    if (sameRegion) sameRegion.push(line)
    else byCode.set(text(line, 'code'), [line])
  }
  return byCode
}

/**
 * Reads each region's square on a map of its parent, by code. They are how a map is drawn, and not
 * governed: no ledger holds them. What became another body has its square, but not at one time.
 */
export const readTiles = (): ReadonlyMap<string, { column: number; row: number }> =>
  new Map(
    readLines('regions.csv')
      .filter((line) => line.tile_column)
      .map((line) => [
        text(line, 'code'),
        { column: Number(text(line, 'tile_column')), row: Number(text(line, 'tile_row')) },
      ]),
  )

/** Reads the reference bodies. They are our own, and so is any fault in them. */
export const readReferenceBodies = (): ReferenceBodies => {
  const seen = new Set<string>()
  const regions = [...linesByCode(readLines('regions.csv'))].map(([code, lines]) => {
    const parents = parentTerms(lines)
    const inOrder = parents.every((term) => seen.has(term.region))
    invariant(inOrder, `the reference body ${code} stands before its parent`)
    seen.add(code)
    return { code, name: text(lines[0], 'name'), kind: kindOf(lines[0]), parents }
  })
  const organisations = readLines('organisations.csv').map((line) => ({
    code: text(line, 'code'),
    name: text(line, 'name'),
  }))
  return { organisations, regions }
}
