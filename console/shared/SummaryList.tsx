import type { ReactNode } from 'react'

export type SummaryRow = readonly [term: string, value: ReactNode]

/** Facts of a thing, each under its term. What is not there says so. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl className="summary">
    {rows.map(([term, value]) => [
      <dt key={`${term}:term`}>{term}</dt>,
      <dd key={`${term}:value`}>{value === null || value === '' ? 'Not known' : value}</dd>,
    ])}
  </dl>
)
