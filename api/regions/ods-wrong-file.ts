import { readCsvLines } from './csv-lines.js'
import type { Found, OdsFile } from './ods-file-reader.js'
import { membershipLayout, practiceLayout, supplierLayout, type Layout } from './ods-rows.js'

/** What a file can be given as. */
export type OdsKind = 'practices' | 'memberships' | 'suppliers'

type Shape = Pick<Layout<unknown>, 'columns' | 'header' | 'isLeft' | 'faults'>

const NOBODY = { practices: new Set<string>(), otherSettings: new Set<string>() }
const SHAPES: Readonly<Record<OdsKind, Shape>> = {
  practices: practiceLayout,
  memberships: membershipLayout(NOBODY),
  suppliers: supplierLayout(NOBODY),
}
const KINDS = Object.keys(SHAPES) as readonly OdsKind[]

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Whether a first line is one of that shape: as many columns would also fit by chance. */
const fits = (fields: readonly string[], { columns, header, isLeft, faults }: Shape): boolean => {
  if (fields.length !== columns) return false
  if (header !== null) return fields.join(',') === header
  return isLeft(fields) || faults(fields).length === 0
}

const likeOf = ({ bytes }: OdsFile): OdsKind | undefined => {
  for (const line of readCsvLines(bytes)) {
    if (line.fault === null) return KINDS.find((kind) => fits(line.fields, SHAPES[kind]))
  }
  return undefined
}

/** Says of a file none of whose rows has the right number of columns what it is; null of others. */
export const sayWrongFile = (
  file: OdsFile,
  kind: OdsKind,
  { widths }: Pick<Found<unknown>, 'widths'>,
): string | null => {
  const right = SHAPES[kind].columns
  if (widths.size === 0 || widths.has(right)) return null
  const counts = [...widths].sort((a, b) => a - b).slice(0, 5)
  const word = counts.length === 1 && counts[0] === 1 ? 'column' : 'columns'
  const like = likeOf(file)
  const advice = like === undefined ? '' : ` It looks like the file for --${like}.`
  const has = `has ${listed.format(counts.map(String))} ${word}`
  return `${file.name} ${has}; right for --${kind} are ${right}.${advice}`
}
