import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Link } from './Link.js'
import { handedOn, Outcome, type OutcomeState } from './Outcome.js'

export interface Crumb {
  readonly to?: string
  readonly text: string
}

interface Props {
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  /** Tags and the line that says what one is looking at. */
  readonly children?: ReactNode
}

/**
 * The head of every page: where one is, what a command came to, and the title, which has the focus
 * when the page was gone to.
 */
export const PageHead = ({ title, crumbs = [], children }: Props) => {
  const { pathname, state } = useLocation()
  const outcome = handedOn(state as OutcomeState | null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Holdfast`
  }, [title])
  useEffect(() => {
    if (!outcome) heading.current?.focus()
  }, [pathname, outcome])
  return (
    <div>
      {crumbs.length > 0 && (
        <nav aria-label="Where you are" className="no-print">
          <ol className="crumbs">
            {crumbs.map(({ to, text }) => (
              <li key={text}>{to ? <Link to={to}>{text}</Link> : text}</li>
            ))}
          </ol>
        </nav>
      )}
      {outcome && <Outcome {...outcome} />}
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      {children && <div className="row under">{children}</div>}
    </div>
  )
}
