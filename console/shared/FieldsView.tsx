import type { ReactNode } from 'react'
import { sayCode, sayCommand } from './say.js'
import { SummaryList, type SummaryRow } from './SummaryList.js'
import { Day, Moment, sayCount, sayHowMany } from './when.js'

export type Fields = Readonly<Record<string, unknown>>

/** A list with more members is folded: it begins with how many it has. */
const SHOWN_MAX = 12

const DAY = /^\d{4}-\d\d-\d\d$/
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
/** Words of the schema, as opposed to codes of bodies: "EARLY_ADOPTER", "UPLOAD", but not "SCR". */
const WORD = /^([A-Z]+_[A-Z_]+|[A-Z]{6,}|VIEW|START)$/

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' ||
  (Array.isArray(value) && value.length === 0)

const Text = ({ of }: { of: string }) => {
  if (DAY.test(of)) return <Day of={of} />
  if (MOMENT.test(of)) return <Moment of={of} />
  return <>{WORD.test(of) ? sayCode(of) : of}</>
}

const Members = ({ of }: { of: readonly unknown[] }) => (
  <ul className="plain">
    {of.map((member, place) => (
      <li key={place}><ValueView of={member} /></li>
    ))}
  </ul>
)

const List = ({ of }: { of: readonly unknown[] }) =>
  of.length > SHOWN_MAX ? (
    <details>
      <summary>{`${sayHowMany(of.length, 'entry', 'entries')}: show`}</summary>
      <Members of={of} />
    </details>
  ) : (
    <Members of={of} />
  )

/** A value of a row or of an input, as people read it. */
export const ValueView = ({ of }: { of: unknown }): ReactNode => {
  if (isNothing(of)) return <span className="quiet">None</span>
  if (typeof of === 'boolean') return of ? 'Yes' : 'No'
  if (typeof of === 'number') return sayCount(of)
  if (typeof of === 'string') return <Text of={of} />
  if (Array.isArray(of)) return <List of={of} />
  return isFields(of) ? <FieldsView of={of} /> : null
}

/** What an input or a row holds, field by field. What holds nothing is left out, unless all do. */
export const FieldsView = ({ of, without = [] }: { of: Fields; without?: readonly string[] }) => {
  const told = Object.entries(of).filter(
    ([name, value]) => !without.includes(name) && !isNothing(value),
  )
  if (told.length === 0) return <p>Nothing.</p>
  const rows = told.map(
    ([name, value]): SummaryRow => [sayCommand(name), <ValueView key={name} of={value} />],
  )
  return <SummaryList rows={rows} />
}
