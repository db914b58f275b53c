import { graphql } from '../graphql/tada.js'
import { useAsAt } from '../shared/as-at.js'
import { useAll } from '../shared/use-all.js'
import type { Region } from './source.js'

const WITHIN = graphql(`
  query RegionsWithin(
    $first: Int! $after: String $filter: RegionFilter $at: DateTime $knownAt: DateTime
  ) {
    page: regions(first: $first, after: $after, filter: $filter, at: $at, knownAt: $knownAt) {
      totalCount
      edges { cursor node { id: code } }
    }
  }
`)

/** The codes of a region, of those it lies in, and of those that lie in it. */
export type Around = ReadonlySet<string>

/** What touches one of these regions touches the region. */
export const aroundOf = (
  { id, ancestors }: Pick<Region, 'id' | 'ancestors'>,
  within: readonly { readonly id: string }[],
): Around =>
  new Set([id, ...ancestors.map(({ code }) => code), ...within.map((each) => each.id)])

export const useWithin = (region: string) => {
  const { at, knownAt } = useAsAt()
  return useAll(WITHIN, { filter: { within: region }, at, knownAt })
}

/** The region at the top of its tree; lists narrowed to it hold all that may touch the region. */
export const topOf = ({ id, ancestors }: Pick<Region, 'id' | 'ancestors'>): string =>
  ancestors.at(-1)?.code ?? id
