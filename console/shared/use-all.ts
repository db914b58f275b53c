import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { textOf } from '../graphql/ask.js'
import type { Asking } from '../graphql/tada.js'
import { ASKED } from '../graphql/use-ask.js'
import { allOf } from '../providers/pages.js'
import type { ListVariables, Page, Row } from '../providers/source.js'

/** All rows of a list, whatever number of pages they fill. The document names them `page`. */
export const useAll = <Of extends Row>(
  document: Asking<{ page: Page<Of> }>,
  variables: Omit<ListVariables, 'first' | 'after'>,
): UseQueryResult<readonly Of[], Error> =>
  useQuery<readonly Of[], Error>({
    queryKey: [ASKED, 'all', textOf(document), variables],
    queryFn: async () => (await allOf(document, variables)) as Of[],
  })
