import { useCallback, useMemo } from 'react'
import type { Values } from './command.js'

const PREFIX = 'holdfast.draft '

/** What is kept of a form that is being filled in. */
interface Draft<Row> {
  readonly values: Values
  /** The thing as it was when the form was begun. */
  readonly row: Row
  /** The name of a change that was sent, and of which nobody knows whether it arrived. */
  readonly requestId?: string | null
}

/** Keeps a form by its address until it is done with: a reload loses nothing. */
export const useDraft = <Row>(address: string) => {
  const key = PREFIX + address
  const kept = useMemo<Draft<Row> | null>(() => {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Draft<Row>) : null
  }, [key])
  const keep = useCallback(
    (draft: Draft<Row>) => sessionStorage.setItem(key, JSON.stringify(draft)),
    [key],
  )
  const drop = useCallback(() => sessionStorage.removeItem(key), [key])
  return { kept, keep, drop }
}

/** Whoever signs out leaves nothing typed behind for the next one. */
export const dropDrafts = (): void => {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  }
}
