import { useEffect } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ask, textOf } from './ask.js'
import type { Asking, ResultOf, VariablesOf } from './tada.js'

interface Options {
  /** False where it is not to be asked yet. */
  readonly enabled?: boolean
  /** True where the last answer stays until the next one is there, as under a slider. */
  readonly keep?: boolean
  /** True where no earlier answer will do: what is to be changed is read anew. */
  readonly fresh?: boolean
  /** How often it is asked again while it is shown; once where it is left out. */
  readonly everyMs?: number
}

/** The first part of the key of everything read; a change makes all of it stale. */
export const ASKED = 'asked'

/** Asks a document while a page is open; the answer is kept by its text and variables. */
export const useAsk = <Document extends Asking>(
  document: Document,
  variables: VariablesOf<Document>,
  { enabled = true, keep = false, fresh = false, everyMs }: Options = {},
): UseQueryResult<ResultOf<Document>, Error> => {
  const logoutIfAccessDenied = useLogoutIfAccessDenied()
  const query = useQuery<ResultOf<Document>, Error>({
    queryKey: [ASKED, textOf(document), variables, ...(fresh ? ['fresh'] : [])],
    queryFn: ({ signal }) => ask(document, variables, { signal }),
    enabled,
    refetchInterval: everyMs ?? false,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(fresh && { gcTime: 0 }),
  })
  const { error } = query
  useEffect(() => {
    if (error) void logoutIfAccessDenied(error)
  }, [error, logoutIfAccessDenied])
  return query
}
