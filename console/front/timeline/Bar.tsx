import type { Line } from './span.js'
import type { TimelineRow } from './rows.js'

const within = (place: number): number => Math.min(100, Math.max(0, place))

const percent = (place: number): string => `${place}%`

/** The marks of the line, above its bars. */
export const Ticks = ({ line }: { line: Line }) => (
  <span className="line ticks">
    {line.ticks.filter(({ place }) => place < 93).map(({ place, text }) => (
      <span key={place} className="tick" style={{ left: percent(place) }}>{text}</span>
    ))}
  </span>
)

/** A row as a bar on the line, with the moment looked at. What it shows stands in the row too. */
export const Bar = ({ row, line, moment }: {
  row: TimelineRow
  line: Line
  moment: string
}) => {
  const left = within(line.placeOf(row.from))
  const right = row.until === null ? 100 : within(line.placeOf(row.until))
  const look =
    `bar ${row.kind}${row.isPlanned ? ' planned' : ''}${row.isAdvisory ? ' advisory' : ''}`
  return (
    <span className="line" aria-hidden="true">
      {line.ticks.map(({ place }) => (
        <span key={place} className="mark" style={{ left: percent(place) }} />
      ))}
      <span className={look} style={{ left: percent(left), width: percent(right - left) }} />
      <span className="moment" style={{ left: percent(line.placeOf(moment)) }} />
    </span>
  )
}
