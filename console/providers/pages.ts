import { ask } from '../graphql/ask.js'
import { PAGE_MAX, PageReader } from './page-reader.js'
import type { ListVariables, Page, Row, Source } from './source.js'

/** Reads the pages of lists that are shown. */
export const pages = new PageReader((document, variables, options) =>
  ask(document, variables, options),
)

interface Telling {
  readonly tell?: (done: number, of: number) => void
  readonly most?: number | undefined
}

/** All rows of a list, a page after the other; tells how many of how many it has. */
export const allOf = async (
  list: Source['list'],
  variables: Omit<ListVariables, 'first' | 'after'>,
  { tell, most = PAGE_MAX }: Telling = {},
): Promise<Row[]> => {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const { page }: { page: Page<Row> } = await ask(list, { ...variables, first: most, after })
    rows.push(...page.edges.map(({ node }) => node))
    tell?.(rows.length, page.totalCount)
    after = page.edges.at(-1)?.cursor ?? null
    if (after === null || rows.length >= page.totalCount) return rows
  }
}
