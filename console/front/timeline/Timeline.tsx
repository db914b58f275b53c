import { useState } from 'react'
import { useCanAccess } from 'react-admin'
import { useAsk } from '../../graphql/use-ask.js'
import { useAsAt } from '../../shared/as-at.js'
import { useNow } from '../../shared/clock.js'
import { Link } from '../../shared/Link.js'
import { sayWhen } from '../../shared/moment-text.js'
import { Section } from '../../shared/Section.js'
import { Table, type Column } from '../../shared/Table.js'
import { Waiting } from '../../shared/Waiting.js'
import { Day, sayCount } from '../../shared/when.js'
import { useChosen } from '../chosen.js'
import { Bar, Ticks } from './Bar.js'
import { Choices, type Shown } from './Choices.js'
import { EVENTS, MAILINGS, type Events, type Mailings } from './documents.js'
import { KINDS, leftOut, rowsOf, type Kind, type TimelineRow } from './rows.js'
import { lineOf, spanOf, type Line } from './span.js'
import './timeline.css'

const LINE = 'Drawn'

const until = ({ until, from }: TimelineRow) => {
  if (until === null) return 'No end set'
  return until === from ? 'That day' : <Day of={until} />
}

const columnsOf = (line: Line, moment: string): readonly Column<TimelineRow>[] => [
  { label: 'Which', cell: ({ to, which }) => (to ? <Link to={to}>{which}</Link> : which) },
  { label: 'What', cell: ({ what }) => what },
  { label: 'From', cell: ({ from }) => <Day of={from} /> },
  { label: 'To', cell: until },
  { label: LINE, cell: (row) => <Bar row={row} line={line} moment={moment} /> },
]

const touches = ({ from, until }: TimelineRow, [first, last]: readonly [Date, Date]): boolean =>
  Date.parse(from) < last.getTime() && (until === null || Date.parse(until) >= first.getTime())

const Rows = ({ events, mailings, shown, moment }: {
  events: Events
  mailings: Mailings | undefined
  shown: Shown
  moment: string
}) => {
  const span = spanOf(moment, shown.zoom, shown.halves)
  const line = lineOf(span, shown.zoom)
  const all = rowsOf(events, mailings)
  const rows = all.filter((row) => shown.kinds.includes(row.kind) && touches(row, span))
  const missing = leftOut(events, mailings)
  return (
    <>
      <p className="quiet">
        {`${sayCount(rows.length)} of ${sayCount(all.length)} shown. The upright line is at ` +
          `${sayWhen(moment)}.`}
        {missing.length > 0 &&
          ` Read are ${missing.join(' and ')}, the latest first; open an SHA to see its others.`}
      </p>
      <Table
        caption="What there was, is and is planned"
        captionHidden
        columns={columnsOf(line, moment)}
        rows={rows}
        keyOf={({ kind, key }) => `${kind} ${key}`}
        none="Nothing of what is chosen lies in this time. Choose more, or another time."
        head={({ label }) => (label === LINE ? <Ticks line={line} /> : null)}
      />
    </>
  )
}

const NARROWED: readonly Kind[] = ['consultation', 'mailing', 'rollout']

/** What there was, is and is planned, as rows and as bars about the moment looked at. */
export const Timeline = () => {
  const { at, knownAt } = useAsAt()
  const { sha } = useChosen()
  const now = useNow()
  const access = useCanAccess({ resource: 'mailings', action: 'list' })
  const readsMailings = access.canAccess ?? false
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'mailing' || readsMailings)
  const [shown, show] = useState<Shown>({
    kinds: Object.keys(KINDS) as Kind[], zoom: '1 year', halves: 0,
  })
  const about = { region: sha, knownAt }
  const query = useAsk(EVENTS, about, { keep: true })
  const mailings = useAsk(MAILINGS, about, { keep: true, enabled: readsMailings }).data
  const moment = at ?? knownAt ?? now
  return (
    <Section title="Timeline">
      <div className="timeline">
        <Choices kinds={kinds} shown={shown} show={show} />
        {sha && (
          <p className="quiet">
            {`Of the SHA opened: ${NARROWED.filter((kind) => kinds.includes(kind))
              .map((kind) => KINDS[kind].toLowerCase()).join(', ')}. The rest is of the country.`}
          </p>
        )}
        <Waiting query={query}>
          {(events) =>
            moment && <Rows events={events} mailings={mailings} shown={shown} moment={moment} />}
        </Waiting>
      </div>
    </Section>
  )
}
