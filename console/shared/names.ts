import { useCallback, useMemo } from 'react'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'

const NAMES = graphql(`
  query RegionNames {
    regions(first: 200) { edges { node { code name } } }
  }
`)

/** Says the name of a region by its code; the code, until the names are there. */
export const useRegionNames = (): ((code: string) => string) => {
  const { data } = useAsk(NAMES, {})
  const names = useMemo(
    () => new Map(data?.regions.edges.map(({ node: { code, name } }) => [code, name])),
    [data],
  )
  return useCallback((code) => names.get(code) ?? code, [names])
}
