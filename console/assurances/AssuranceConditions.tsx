import { Conditions } from '../suspensions/Conditions.js'
import { sayCondition, saySince } from '../shared/condition.js'
import { Section } from '../shared/Section.js'
import type { Assurance } from './source.js'

const Own = ({ conditions, unmet }: Assurance) => {
  const lacking = new Set(unmet.map(({ place }) => place))
  if (conditions.length === 0) return <p>It was given without conditions of its own.</p>
  return (
    <>
      <h3>As it was given</h3>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.place}>
            {`${condition.place}: ${sayCondition(condition)}. ${saySince(condition)}. `}
            <strong>
              {lacking.has(condition.place) ? 'Not met everywhere.' : 'Met everywhere.'}
            </strong>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Until what it was to hold: its own conditions, and those of what keeps it, place by place. */
export const AssuranceConditions = (assurance: Assurance) => (
  <Section title="Its conditions">
    <Own {...assurance} />
    {assurance.suspensions
      .filter(({ inForce, conditions }) => inForce && conditions.length > 0)
      .map(({ id, conditions }) => (
        <div key={id}>
          <h3>{`As ${id} waits for them`}</h3>
          <Conditions id={id} conditions={conditions} />
        </div>
      ))}
  </Section>
)
