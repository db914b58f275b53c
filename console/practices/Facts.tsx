import type { ReactNode } from 'react'
import { Link } from '../shared/Link.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { sayTerm, type Term } from '../shared/terms.js'
import { Day } from '../shared/when.js'
import { Live } from './Live.js'
import type { Practice } from './source.js'

const Terms = <Of extends Term>({ terms, what }: {
  terms: readonly Of[]
  what: (term: Of) => ReactNode
}) =>
  terms.length === 0 ? (
    <>None recorded</>
  ) : (
    terms.map((term) => (
      <div key={`${term.from} ${term.to}`}>
        {what(term)} <span className="quiet">{sayTerm(term)}</span>
      </div>
    ))
  )

/** What is recorded of a practice, each with the days it holds. */
export const Facts = (practice: Practice) => {
  const { id, memberships, suppliers, openFrom, openTo } = practice
  return (
    <Section title="What is recorded of it">
      <SummaryList
        rows={[
          ['ODS code', id],
          [
            'Belongs to',
            <Terms
              terms={memberships}
              what={({ region }) => (
                <Link to={`/regions/${region.code}`}>{`${region.name} (${region.code})`}</Link>
              )}
            />,
          ],
          ['Supplier', <Terms terms={suppliers} what={({ supplier }) => supplier} />],
          ['Open from', openFrom ? <Day of={openFrom} /> : 'Since ever'],
          ['Closed from', openTo ? <Day of={openTo} /> : 'No such day is known'],
          ['Live', <Live {...practice} />],
        ]}
      />
    </Section>
  )
}
