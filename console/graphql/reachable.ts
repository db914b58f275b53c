import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let reachable = true

/** Says whether the last request arrived. */
export const tellReachable = (now: boolean): void => {
  if (now === reachable) return
  reachable = now
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether Holdfast answered when it was last asked. */
export const useReachable = (): boolean => useSyncExternalStore(subscribe, () => reachable)
