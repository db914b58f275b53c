// The importer's rules are decorators; what is measured alone loads no schema that would bring it.
import 'reflect-metadata'
import { existsSync, readFileSync } from 'node:fs'
import {
  DEMONSTRATION_OPENS, demonstrationPractices,
} from '../../api/demonstration/practices.js'
import type { Day } from '../../api/kernel/moment.js'
import type { ImportedPractice } from '../../api/regions/import-organisations.command.js'
import { readOds, type OdsPractice } from '../../api/regions/ods-files.js'
import { readReferenceBodies } from '../../api/regions/reference-bodies.js'

/** The practices that are measured over, and where they come from. */
export interface Practices {
  readonly source: 'real' | 'demonstration'
  readonly practices: readonly ImportedPractice[]
  readonly suppliersFrom: Day
}

const published = new URL('../../../shared/data/ods/', import.meta.url)
const DAY: Day = '2010-04-16'

const holds = ({ from, to }: { from: Day | null; to: Day | null }): boolean =>
  (from ?? '') <= DAY && (to === null || DAY < to)

const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, published)) })

/** All practices of the published files. */
export const readPublished = (): readonly OdsPractice[] =>
  readOds({
    practices: file('epraccur.csv'),
    memberships: file('epcmem.csv'),
    suppliers: file('supplier-by-practice.csv'),
  }).practices

/** Those open in England on 16 April 2010, with all that is known of them before and since. */
const realPractices = (): OdsPractice[] => {
  const regions = new Set(readReferenceBodies().regions.map(({ code }) => code))
  return readPublished().filter(
    ({ openFrom, openTo, memberships }) =>
      holds({ from: openFrom, to: openTo }) &&
      memberships.some((term) => holds(term) && regions.has(term.region)),
  )
}

/** The real practices where the published files are, else those of the demonstration. */
export const readPractices = (): Practices =>
  existsSync(published)
    ? { source: 'real', practices: realPractices(), suppliersFrom: DEMONSTRATION_OPENS }
    : {
        source: 'demonstration',
        practices: demonstrationPractices(),
        suppliersFrom: DEMONSTRATION_OPENS,
      }
