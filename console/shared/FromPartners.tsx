import { useQuery } from '@tanstack/react-query'
import { ASKED } from '../graphql/use-ask.js'
import {
  askPartners, partnerFieldsOf, type Extended, type PartnerField,
} from './partners/partner-fields.js'
import { Value } from './partners/Value.js'
import { sayCommand } from './say.js'
import { Section } from './Section.js'
import { Waiting } from './Waiting.js'

interface Of {
  readonly type: Extended
  /** The code of the practice or the region. */
  readonly code: string
}

const Labelled = ({ field, value }: { field: PartnerField; value: unknown }) => (
  <>
    <dt>
      {sayCommand(field.name)}
      {field.description && <div className="help">{field.description}</div>}
    </dt>
    <dd><Value field={field} value={value} /></dd>
  </>
)

const Answered = ({ type, code, fields }: Of & { fields: readonly PartnerField[] }) => {
  const query = useQuery({
    queryKey: [ASKED, 'from partners', type, code],
    queryFn: () => askPartners({ type, key: code }, fields),
  })
  return (
    <Waiting query={query}>
      {(thing) => (
        <dl className="summary">
          {fields.map((field) => (
            <Labelled key={field.name} field={field} value={thing?.[field.name]} />
          ))}
        </dl>
      )}
    </Waiting>
  )
}

/**
 * What partners' own systems add to a practice or a region, found as the page is opened; nothing
 * where they add nothing. What fails here is said here, and the page goes on.
 */
export const FromPartners = ({ type, code }: Of) => {
  const query = useQuery({
    queryKey: ['partners add', type],
    queryFn: () => partnerFieldsOf(type),
    staleTime: Infinity,
  })
  const { data: fields, error } = query
  if (!error && (!fields || fields.length === 0)) return null
  return (
    <Section title="From partners">
      <Waiting query={query}>
        {(found) => <Answered type={type} code={code} fields={found} />}
      </Waiting>
    </Section>
  )
}
