import { useEffect, useState, type ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Unreachable } from '../graphql/failure.js'

const QUICK_MS = 400

/** Says that something is being read, once that takes long enough to be noticed. */
const Reading = () => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUICK_MS)
    return () => clearTimeout(timer)
  }, [])
  return <p role="status" aria-busy="true" className="quiet">{late ? 'Reading from Holdfast …' : ''}</p>
}

/** Why something could not be read, in the API's words, with what to do next. */
export const Failed = ({ error, again }: { error: Error; again?: () => void }) => (
  <div role="alert" className="card">
    <p>{error instanceof Unreachable ? 'Holdfast cannot be reached.' : error.message}</p>
    {again && <button type="button" onClick={again}>Try again</button>}
  </div>
)

/** What was asked, once it is there; until then that it is awaited, or why it will not come. */
export const Waiting = <Data,>({
  query,
  children,
}: {
  query: UseQueryResult<Data, Error>
  children: (data: Data) => ReactNode
}) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />
  return <Reading />
}
