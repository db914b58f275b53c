import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from './as-at.js'
import { Link } from './Link.js'
import { addressOf, keyOf } from './things.js'

const THING = graphql(`
  query Thing($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      __typename
      ... on Rollout { region { name } }
      ... on Mailing { region { name } }
      ... on Region { name }
      ... on Practice { name }
      ... on Programme { name }
      ... on Organisation { name }
      ... on Purdah { name }
      ... on Consultation { title }
      ... on Dispensation { suspension { id } }
    }
  }
`)

type Node = NonNullable<ResultOf<typeof THING>['node']>

/** What tells a thing from others of its kind, beside its number. */
const sayWhich = (node: Node): string | null => {
  if ('region' in node) return node.region.name
  if ('name' in node) return node.name
  if ('title' in node) return `“${node.title}”`
  return 'suspension' in node ? `from ${node.suspension.id}` : null
}

/** A thing by its id among all things, with its name as soon as that is there. */
export const Thing = ({ id, isLink = false }: { id: string; isLink?: boolean }) => {
  const { knownAt } = useAsAt()
  const { data } = useAsk(THING, { id, knownAt })
  const which = data?.node ? sayWhich(data.node) : null
  const isNumbered = keyOf(id) === id
  const text = which ? (isNumbered ? `${id}, ${which}` : `${which} (${keyOf(id)})`) : keyOf(id)
  const address = isLink ? addressOf(id) : null
  return address ? <Link to={address}>{text}</Link> : <>{text}</>
}
