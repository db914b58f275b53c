import { useEffect, useState } from 'react'
import type { VariablesOf } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { HOW_MANY, WHERE } from './where.js'

/**
 * What a map of a region shows. Each count is dear to the API, as much for a place that may be
 * there as for one that is: so it is asked for as many places as there are.
 */
export const useWhere = (about: Omit<VariablesOf<typeof WHERE>, 'first'>) => {
  const { region } = about
  const below = useAsk(HOW_MANY, { region })
  const [then, learn] = useState({ region, places: 0 })
  const learned = then.region === region ? then.places : 0
  const places = Math.max(below.data?.regions.totalCount ?? 0, learned)
  const where = useAsk(WHERE, { ...about, first: places }, {
    keep: true, enabled: !below.isPending,
  })
  const told = where.isPlaceholderData ? undefined : where.data?.regions.totalCount
  // On another day there may have been more.
  useEffect(() => {
    if (told !== undefined && told > places) learn({ region, places: told })
  }, [told, places, region])
  return where
}
