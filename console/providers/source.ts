import type { Asking } from '../graphql/tada.js'

/** What every row has: its name in addresses, which is its id or its code. */
export interface Row {
  readonly id: string
}

export interface Page<Of extends Row> {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: Of }[]
}

/** The variables of a list. Which of them a document has is the document's matter. */
export interface ListVariables {
  readonly first: number
  readonly after?: string | null
  readonly filter?: object | null
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null
  readonly at?: string | null
  readonly knownAt?: string | null
}

/** Where the rows of a resource come from. Documents name what they answer `page` and `row`. */
export interface Source {
  readonly list: Asking<{ page: Page<Row> }>
  readonly one?: Asking<{ row: Row | null }>
  /** Fields that the API sorts by; what is not here is not offered for sorting. */
  readonly sorts: readonly string[]
  /** How many rows are asked for at once, where each costs the API more than it has for 200. */
  readonly most?: number
  /** Which sort a list has when nobody asked for another. */
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' }
}
