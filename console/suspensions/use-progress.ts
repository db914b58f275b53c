import { useQueries } from '@tanstack/react-query'
import { ask, textOf } from '../graphql/ask.js'
import { graphql, type Asking, type ResultOf, type VariablesOf } from '../graphql/tada.js'
import { ASKED } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'

export const PROGRESS = graphql(`
  query ConditionProgress($id: ID!, $region: ID, $at: DateTime, $knownAt: DateTime) {
    suspension(id: $id, knownAt: $knownAt) {
      progress(region: $region, at: $at) { condition { place } met unmet }
    }
  }
`)

const STATES = graphql(`
  query ConditionStates($id: ID!, $practice: ID!, $at: DateTime, $knownAt: DateTime) {
    suspension(id: $id, knownAt: $knownAt) {
      conditionStates(practice: $practice, at: $at) { condition { place } met evidence }
    }
  }
`)

export type Progress = NonNullable<ResultOf<typeof PROGRESS>['suspension']>['progress']
export type States = NonNullable<ResultOf<typeof STATES>['suspension']>['conditionStates']

const asked = <Document extends Asking>(document: Document, variables: VariablesOf<Document>) => ({
  queryKey: [ASKED, textOf(document), variables],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(document, variables, { signal }),
})

/** Reads one thing for each code: what has come so far by code, and whether all has. */
const byCode = <Answer>(
  codes: readonly string[],
  results: readonly { data: Answer | undefined; error: Error | null }[],
) => ({
  of: new Map(codes.map((code, place) => [code, results[place]?.data])),
  error: results.find(({ error }) => error)?.error ?? null,
  isWhole: results.every(({ data }) => data !== undefined),
})

/** How the conditions of a suspension stand in each of some regions. */
export const useProgress = (id: string, regions: readonly string[]) => {
  const { at, knownAt } = useAsAt()
  const results = useQueries({
    queries: regions.map((region) => asked(PROGRESS, { id, region, at, knownAt })),
  })
  return byCode(regions, results.map(({ data, error }) => ({
    data: data?.suspension?.progress, error,
  })))
}

/** How they stand for each of some practices, with the evidence. */
export const useStates = (id: string, practices: readonly string[]) => {
  const { at, knownAt } = useAsAt()
  const results = useQueries({
    queries: practices.map((practice) => asked(STATES, { id, practice, at, knownAt })),
  })
  return byCode(practices, results.map(({ data, error }) => ({
    data: data?.suspension?.conditionStates, error,
  })))
}
