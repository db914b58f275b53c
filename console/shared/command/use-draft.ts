import { useCallback, useMemo } from 'react'
import type { Values } from './command.js'

const PREFIX = 'holdfast.draft '

/** Keeps what is typed in a form, by its address, until it is done with: a reload loses nothing. */
export const useDraft = (address: string) => {
  const key = PREFIX + address
  const kept = useMemo<Values | null>(() => {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Values) : null
  }, [key])
  const keep = useCallback(
    (values: Values) => sessionStorage.setItem(key, JSON.stringify(values)),
    [key],
  )
  const drop = useCallback(() => sessionStorage.removeItem(key), [key])
  return { kept, keep, drop }
}
