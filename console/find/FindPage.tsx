import { useCanAccess } from 'react-admin'
import { Navigate, useSearchParams } from 'react-router'
import type { Asking } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { PageHead } from '../shared/PageHead.js'
import { Section } from '../shared/Section.js'
import { pathOfNumber } from '../shared/ThingLink.js'
import { Waiting } from '../shared/Waiting.js'
import { sayCount } from '../shared/when.js'
import { FOUND_MAX, NUMBERED, ORGANISATIONS, PRACTICES, REGIONS, type Numbered } from './found.js'

interface Found {
  readonly found: {
    readonly totalCount: number
    readonly edges: readonly { readonly node: { readonly code: string; readonly name: string } }[]
  }
}

/** The things that have names and codes, by the lists they are in. */
const NAMED = [
  { resource: 'practices', title: 'Practices', document: PRACTICES },
  { resource: 'regions', title: 'Regions', document: REGIONS },
  { resource: 'organisations', title: 'Organisations', document: ORGANISATIONS },
] as const

type Kind = (typeof NAMED)[number]

/** Some of what was found of a kind, and the list of all where there are more. */
const Matches = ({ resource, found: { edges, totalCount }, q }: Pick<Kind, 'resource'> & {
  found: Found['found']
  q: string
}) => (
  <>
    <ul className="plain links">
      {edges.map(({ node: { code, name } }) => (
        <li key={code}>
          <Link to={`/${resource}/${encodeURIComponent(code)}`}>{`${name} (${code})`}</Link>
        </li>
      ))}
    </ul>
    {totalCount > FOUND_MAX && (
      <p className="links">
        <Link to={listAt(resource, { search: q })}>{`List all ${sayCount(totalCount)}`}</Link>
      </p>
    )}
  </>
)

const Group = ({ resource, title, document, q }: {
  resource: Kind['resource']
  title: string
  document: Asking<Found>
  q: string
}) => {
  const { at, knownAt } = useAsAt()
  const { canAccess } = useCanAccess({ resource, action: 'list' })
  const variables = { q, max: FOUND_MAX, at, knownAt }
  const query = useAsk(document, variables, { enabled: canAccess === true })
  if (!canAccess) return null
  return (
    <Section title={title}>
      <Waiting query={query}>
        {({ found }) =>
          found.totalCount === 0
            ? <p>{`No match among the ${title.toLowerCase()}.`}</p>
            : <Matches resource={resource} found={found} q={q} />
        }
      </Waiting>
    </Section>
  )
}

const ByName = ({ q }: { q: string }) =>
  NAMED.map((each) => <Group key={each.resource} q={q} {...each} />)

/** The page of a numbered thing: a sign-off is shown with its suspension. */
const pageOf = (node: Numbered): string | null =>
  node.__typename === 'SignOff' ? pathOfNumber(node.suspension.id) : pathOfNumber(node.id)

const ByNumber = ({ id, q }: { id: string; q: string }) => {
  const { knownAt } = useAsAt()
  const query = useAsk(NUMBERED, { id, knownAt })
  return (
    <Waiting query={query}>
      {({ node }) => {
        const to = node && pageOf(node)
        if (to) return <Navigate to={to} replace />
        return (
          <>
            <p role="status">{`There is no ${id}, or it is not for you to see.`}</p>
            <ByName q={q} />
          </>
        )
      }}
    </Waiting>
  )
}

/** "S-1", "s 1" and "s1" all name S-1; but a letter and five digits are a practice's code. */
const numberIn = (q: string): string | null => {
  const { letter, number = '' } =
    /^(?<letter>[abcdfgmprs])([- ]?(?=\d{1,4}$)|[- ])(?<number>\d+)$/i.exec(q)?.groups ?? {}
  return letter && number ? `${letter.toUpperCase()}-${number}` : null
}

/** What a number, a code or a part of a name finds. */
export const FindPage = () => {
  const [search] = useSearchParams()
  const q = search.get('q')?.trim() ?? ''
  const id = numberIn(q)
  return (
    <>
      <PageHead title={q ? `Found for “${q}”` : 'Find'} />
      {!q && <p>Write a name, a code or a number such as S-1 into the box above.</p>}
      {q && (id ? <ByNumber key={q} id={id} q={q} /> : <ByName key={q} q={q} />)}
    </>
  )
}
