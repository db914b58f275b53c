import { Link } from './Link.js'
import type { Said } from './say.js'
import type { Column } from './Table.js'
import { StateTag } from './Tag.js'
import { ThingLink } from './ThingLink.js'
import { Day, Moment, sayCount, sayDay, sayMoment } from './when.js'

/** What a thing is called that the programme numbers: the number, which leads to its page. */
export const numberColumn = (label: string): Column<{ readonly id: string }> => ({
  label,
  cell: ({ id }) => <ThingLink id={id} />,
  text: ({ id }) => id,
  sort: 'ID',
})

/** What a thing is called that has a code: its name, which leads to its page, and the code. */
export const nameColumns = ({ label, resource, sort }: {
  label: string
  resource: string
  sort?: string
}): readonly Column<{ readonly id: string; readonly name: string }>[] => [
  {
    label,
    cell: ({ id, name }) => <Link to={`/${resource}/${encodeURIComponent(id)}`}>{name}</Link>,
    text: ({ name }) => name,
    ...(sort && { sort }),
  },
  { label: 'Code', cell: ({ id }) => id, sort: 'CODE' },
]

interface InRegion {
  readonly region: { readonly code: string; readonly name: string }
}

export const REGION_COLUMN: Column<InRegion> = {
  label: 'Region',
  cell: ({ region }) => <Link to={`/regions/${region.code}`}>{region.name}</Link>,
  text: ({ region }) => region.name,
  sort: 'REGION',
}

/** A state in a word. */
export const tagColumn = <Row,>(label: string, of: (row: Row) => Said): Column<Row> => ({
  label,
  cell: (row) => <StateTag of={of(row)} />,
  text: (row) => of(row).word,
})

export const countColumn = <Row,>(label: string, of: (row: Row) => number): Column<Row> => ({
  label,
  cell: (row) => sayCount(of(row)),
  text: of,
  number: true,
})

const sayIfAny = (say: (when: string) => string, when: string | null): string | null =>
  when && say(when)

interface When<Row> {
  readonly label: string
  readonly of: (row: Row) => string | null
  /** What is said where there is none; a CSV leaves it empty. */
  readonly none?: string
  readonly sort?: string
}

export const dayColumn = <Row,>({ of, none, ...rest }: When<Row>): Column<Row> => ({
  ...rest,
  cell: (row) => <Day of={of(row)} none={none} />,
  text: (row) => sayIfAny(sayDay, of(row)),
})

export const momentColumn = <Row,>({ of, none, ...rest }: When<Row>): Column<Row> => ({
  ...rest,
  cell: (row) => <Moment of={of(row)} none={none} />,
  text: (row) => sayIfAny(sayMoment, of(row)),
})
