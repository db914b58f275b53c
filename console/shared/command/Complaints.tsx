import { useEffect, useRef } from 'react'
import { Refused, Unreachable } from '../../graphql/failure.js'

/** What is wrong, above the form, each line a link to its field; it takes the focus as it comes. */
export const Complaints = ({ failure }: { failure: Error | null }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  const complaints = failure instanceof Refused ? failure.complaints : []
  const title = failure instanceof Unreachable ? 'Not sent' : 'There is a problem'
  return (
    <div ref={box} tabIndex={-1} role="alert" className="card banner bad">
      <h2>{title}</h2>
      {complaints.length === 0 && <p>{failure.message}</p>}
      {complaints.length > 0 && (
        <ul>
          {complaints.flatMap(({ field, rules }) =>
            rules.map((rule) => (
              <li key={`${field} ${rule}`}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
                  }}
                >
                  {rule}
                </a>
              </li>
            )),
          )}
        </ul>
      )}
    </div>
  )
}
