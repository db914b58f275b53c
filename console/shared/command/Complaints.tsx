import { useEffect, useRef } from 'react'
import { Refused, Unreachable } from '../../graphql/failure.js'
import { useReachable } from '../../graphql/reachable.js'
import { focusOn, placeOf, sayRule } from './field-of.js'

/** A complaint in words; of several alike it says which of them it is about. */
const sayWhere = (field: string, rule: string): string =>
  [placeOf(field), sayRule(field, rule)].filter(Boolean).join(': ')

const Complaint = ({ field, rule }: { field: string; rule: string }) => (
  <a
    href={`#${field}`}
    onClick={(event) => {
      event.preventDefault()
      focusOn(field)
    }}
  >
    {sayWhere(field, rule)}
  </a>
)

const Words = ({ failure }: { failure: Error }) => {
  const complaints = failure instanceof Refused ? failure.complaints : []
  if (complaints.length === 0) return <p>{failure.message}</p>
  return (
    <ul>
      {complaints.flatMap(({ field, rules }) =>
        rules.map((rule) => (
          <li key={`${field} ${rule}`}><Complaint field={field} rule={rule} /></li>
        )),
      )}
    </ul>
  )
}

/** Nothing answered. Of a preview nothing can have come; of a change nobody knows yet. */
const NotAnswered = ({ wasAct }: { wasAct: boolean }) => {
  const reachable = useReachable()
  return (
    <>
      <h2>{wasAct ? 'It is not known whether this arrived' : 'Not sent'}</h2>
      <p>
        {reachable ? 'Holdfast answers again. ' : 'Holdfast cannot be reached. '}
        What you typed is kept.{' '}
        {wasAct
          ? 'Send it again, unchanged: it is carried out once, however often it is sent.'
          : 'Nothing was changed.'}
      </p>
    </>
  )
}

/** What is wrong, above the form, each line a link to its field; it takes the focus as it comes. */
export const Complaints = ({ failure, wasAct }: {
  failure: Error | null
  /** Whether it was the change itself that failed, and not its preview. */
  wasAct: boolean
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="card banner bad stacked">
      {failure instanceof Unreachable ? (
        <NotAnswered wasAct={wasAct} />
      ) : (
        <>
          <h2>There is a problem</h2>
          <Words failure={failure} />
        </>
      )}
    </div>
  )
}
