import type { ReactNode } from 'react'
import { sayCondition, type Condition } from './condition.js'
import './fields.css'
import { sayCode, sayCommand } from './say.js'
import type { Clause } from './scope.js'
import { ScopeInWords } from './ScopeInWords.js'
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
  <ul className="members">
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
const ValueView = ({ of }: { of: unknown }): ReactNode => {
  if (isNothing(of)) return <span className="quiet">None</span>
  if (typeof of === 'boolean') return of ? 'Yes' : 'No'
  if (typeof of === 'number') return sayCount(of)
  if (typeof of === 'string') return <Text of={of} />
  if (Array.isArray(of)) return <List of={of} />
  return isFields(of) ? <FieldsView of={of} /> : null
}

const Conditions = ({ of }: { of: readonly Condition[] }) => (
  <ul className="members">
    {of.map((condition, place) => <li key={place}>{sayCondition(condition)}</li>)}
  </ul>
)

/** A field's value. What has words of its own, wherever it stands, is said in them. */
export const FieldView = ({ name, of }: { name: string; of: unknown }) => {
  if (isNothing(of) || !Array.isArray(of)) return <ValueView of={of} />
  if (name === 'scope') return <ScopeInWords scope={of as Clause[]} />
  return name === 'conditions' ? <Conditions of={of as Condition[]} /> : <List of={of} />
}

/** What an input or a row holds, field by field. What holds nothing is left out, unless all do. */
export const FieldsView = ({ of, without = [] }: { of: Fields; without?: readonly string[] }) => {
  const told = Object.entries(of).filter(
    ([name, value]) => !without.includes(name) && !isNothing(value),
  )
  if (told.length === 0) return <p>Nothing.</p>
  const rows = told.map(
    ([name, value]): SummaryRow => [
      sayCommand(name), <FieldView key={name} name={name} of={value} />,
    ],
  )
  return <SummaryList rows={rows} />
}
