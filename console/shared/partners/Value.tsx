import { sayCode, sayCommand } from '../say.js'
import { Day, Moment } from '../when.js'
import type { PartnerField } from './partner-fields.js'

const Text = ({ leaf, text }: { leaf: PartnerField['leaf']; text: string }) => {
  if (leaf?.name === 'Date') return <Day of={text} />
  if (leaf?.name === 'DateTime') return <Moment of={text} />
  return <>{leaf?.kind === 'ENUM' ? sayCode(text) : text}</>
}

const Leaf = ({ leaf, value }: { leaf: PartnerField['leaf']; value: unknown }) => {
  if (typeof value === 'string') return <Text leaf={leaf} text={value} />
  if (typeof value === 'boolean') return <>{value ? 'Yes' : 'No'}</>
  return <>{JSON.stringify(value)}</>
}

/** What a partner says, whatever its form: several things a line each, an object by its parts. */
export const Value = ({ field, value }: { field: PartnerField; value: unknown }) => {
  if (value === null || value === undefined) return <>Not known</>
  if (Array.isArray(value)) {
    if (value.length === 0) return <>None</>
    return (
      <ul className="plain">
        {value.map((each, place) => <li key={place}><Value field={field} value={each} /></li>)}
      </ul>
    )
  }
  if (field.parts.length === 0) return <Leaf leaf={field.leaf} value={value} />
  return field.parts.map((part) => (
    <div key={part.name}>
      {`${sayCommand(part.name)}: `}
      <Value field={part} value={(value as Record<string, unknown>)[part.name]} />
    </div>
  ))
}
