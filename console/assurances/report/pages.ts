import { Refused } from '../../graphql/failure.js'

interface Page<Node> {
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  readonly edges: readonly { readonly node: Node }[]
}

/** All rows of a list, a page after the other. */
export const allPages = async <Node>(
  read: (after: string | null) => Promise<Page<Node> | undefined>,
): Promise<Node[]> => {
  const rows: Node[] = []
  let after: string | null = null
  for (;;) {
    const page: Page<Node> | undefined = await read(after)
    if (!page) return rows
    rows.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage) return rows
    after = page.pageInfo.endCursor
  }
}

/** What is asked, or null where it is not for who asks; any other failure is one. */
export const ifForMe = async <Answer>(asked: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refused && error.code === 'FORBIDDEN') return null
    throw error
  }
}

const AT_ONCE = 8

/** Does something for each, a few at once, in order. */
export const forEach = async <Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (let from = 0; from < items.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))))
  }
  return answers
}
