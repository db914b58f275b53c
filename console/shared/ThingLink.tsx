import { Link } from './Link.js'

/** Where what the programme numbers has its pages, by the letter before the number. */
const RESOURCE_OF_LETTER: Readonly<Record<string, string | undefined>> = {
  A: 'assurances', B: 'breaches', C: 'consultations', D: 'dispensations', G: 'agreements',
  M: 'mailings', P: 'proposals', R: 'rollouts', S: 'suspensions',
}

/** The page of a numbered thing, such as S-1; null for what has none. */
export const pathOfNumber = (id: string): string | null => {
  const resource = RESOURCE_OF_LETTER[/^([A-Z])-\d+$/.exec(id)?.[1] ?? '']
  return resource ? `/${resource}/${id}` : null
}

/** A numbered thing by its number, as a link where it has a page. */
export const ThingLink = ({ id }: { id: string }) => {
  const to = pathOfNumber(id)
  return to ? <Link to={to}>{id}</Link> : <>{id}</>
}

/** Several of them, with commas between. */
export const ThingLinks = ({ ids, none }: { ids: readonly string[]; none: string }) =>
  ids.length === 0 ? (
    <>{none}</>
  ) : (
    ids.map((id, place) => (
      <span key={id}>
        {place > 0 && ', '}
        <ThingLink id={id} />
      </span>
    ))
  )
