import { useState } from 'react'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { Waiting } from '../shared/Waiting.js'
import { BELOW, TOPS } from './below.js'
import { sayCounts } from './say-counts.js'

interface Of {
  readonly code: string
  readonly name: string
  readonly rulingCounts: { readonly permitted: number; readonly refused: number }
}

const Line = ({ code, name, rulingCounts }: Of) => (
  <>
    <Link to={`/regions/${code}`}>{`${name} (${code})`}</Link>{' '}
    <span className="quiet">{sayCounts(rulingCounts)}</span>
  </>
)

/** One region of the tree; what lies below it is read when it is opened. */
const Branch = (region: Of) => {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {`${region.name} (${region.code}) `}
          <span className="quiet">{sayCounts(region.rulingCounts)}</span>
        </summary>
        {open && (
          <>
            <Link to={`/regions/${region.code}`}>{`Open the page of ${region.name}`}</Link>
            <Branches parent={region.code} />
          </>
        )}
      </details>
    </li>
  )
}

/** The regions below one: those that have regions themselves can be opened. */
const Branches = ({ parent }: { parent: string }) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(BELOW, { parent, at, knownAt })
  return (
    <Waiting query={query}>
      {({ regions: { edges } }) =>
        edges.length === 0 ? (
          <p>No region lies below it then.</p>
        ) : (
          <ul className="tree">
            {edges.map(({ node }) =>
              node.kind === 'PCT' ? (
                <li key={node.code}><Line {...node} /></li>
              ) : (
                <Branch key={node.code} {...node} />
              ),
            )}
          </ul>
        )
      }
    </Waiting>
  )
}

/** The country and what lies below it. */
export const Tree = () => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(TOPS, { at, knownAt })
  return (
    <Waiting query={query}>
      {({ regions: { edges } }) =>
        edges.map(({ node }) => (
          <div key={node.code}>
            <p><Line {...node} /></p>
            <Branches parent={node.code} />
          </div>
        ))
      }
    </Waiting>
  )
}
