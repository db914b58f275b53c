import { useSearchParams } from 'react-router'
import type { Presets } from './command.js'

/** The moments looked at stand in every address, and are no field of a form. */
const MOMENTS: readonly string[] = ['at', 'knownAt']

/** What the address asks a form to begin with, by the names of its fields. */
export const usePresets = (): Presets => {
  const [search] = useSearchParams()
  return Object.fromEntries([...search].filter(([name]) => !MOMENTS.includes(name)))
}
