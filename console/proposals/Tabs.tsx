import { useListContext } from 'react-admin'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { Link } from '../shared/Link.js'
import { useAsAt } from '../shared/as-at.js'
import { sayCount } from '../shared/when.js'

const COUNTS = graphql(`
  query ProposalCounts($at: DateTime, $knownAt: DateTime) {
    mine: proposals(first: 0, filter: { waitsForMe: true }, at: $at, knownAt: $knownAt) { totalCount }
    others: proposals(
      first: 0, filter: { state: AWAITING, waitsForMe: false }, at: $at, knownAt: $knownAt
    ) { totalCount }
    applied: proposals(first: 0, filter: { state: APPLIED }, at: $at, knownAt: $knownAt) { totalCount }
    declined: proposals(first: 0, filter: { state: DECLINED }, at: $at, knownAt: $knownAt) { totalCount }
    withdrawn: proposals(first: 0, filter: { state: WITHDRAWN }, at: $at, knownAt: $knownAt) { totalCount }
    voided: proposals(first: 0, filter: { state: VOID }, at: $at, knownAt: $knownAt) { totalCount }
    lapsed: proposals(first: 0, filter: { state: LAPSED }, at: $at, knownAt: $knownAt) { totalCount }
    all: proposals(first: 0, at: $at, knownAt: $knownAt) { totalCount }
  }
`)

type Filter = Readonly<Record<string, string | boolean>>

interface Tab {
  readonly label: string
  readonly filter: Filter
  readonly count: keyof ResultOf<typeof COUNTS>
}

export const MINE: Filter = { waitsForMe: true }

const WAITING: readonly Tab[] = [
  { label: 'Waiting for me', filter: MINE, count: 'mine' },
  {
    label: 'Waiting for others', filter: { state: 'AWAITING', waitsForMe: false }, count: 'others',
  },
]

const DECIDED: readonly Tab[] = [
  { label: 'Signed off', filter: { state: 'APPLIED' }, count: 'applied' },
  { label: 'Declined', filter: { state: 'DECLINED' }, count: 'declined' },
  { label: 'Withdrawn', filter: { state: 'WITHDRAWN' }, count: 'withdrawn' },
  { label: 'Void', filter: { state: 'VOID' }, count: 'voided' },
  { label: 'Lapsed', filter: { state: 'LAPSED' }, count: 'lapsed' },
]

const ALL: readonly Tab[] = [{ label: 'All', filter: {}, count: 'all' }]

const isSame = (one: Filter, other: Filter): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

const Links = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => {
  const { at, knownAt } = useAsAt()
  const { filterValues } = useListContext()
  const { data } = useAsk(COUNTS, { at, knownAt }, { keep: true })
  return (
    <ul className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <li key={tab.count}>
          <Link
            to={`/proposals?filter=${encodeURIComponent(JSON.stringify(tab.filter))}`}
            aria-current={isSame(tab.filter, filterValues as Filter) ? 'page' : undefined}
          >
            {data ? `${tab.label} (${sayCount(data[tab.count].totalCount)})` : tab.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Which proposals are listed: those that wait, for whom, and what became of the others. */
export const Tabs = () => (
  <nav className="row no-print" aria-label="Which proposals">
    <Links tabs={WAITING} label="Waiting" />
    <Links tabs={DECIDED} label="Decided" />
    <Links tabs={ALL} label="All" />
  </nav>
)
