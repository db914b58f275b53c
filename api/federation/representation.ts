import { GraphQLScalarType, valueFromASTUntyped } from 'graphql'
import { invalid } from '../kernel/refusal.js'
import { ENTITIES } from './entities.js'

const KEY_LENGTH_MAX = 200

/** A thing as another subgraph knows it: `__typename`, and the key of that type. */
export const GraphQLRepresentation = new GraphQLScalarType({
  name: '_Any',
  description: 'A thing as another subgraph knows it: __typename, and the key of that type.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

/** A representation that was read. */
export interface Represented {
  readonly type: string
  readonly key: string
}

const refuse = (place: number, right: string) =>
  invalid('representations', `Representation ${place + 1} ${right}`)

/** What a representation stands for; a refusal of one that stands for nothing here. */
export const readRepresentation = (value: unknown, place: number): Represented => {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>
  const { __typename: type } = given
  const entity =
    typeof type === 'string' && Object.hasOwn(ENTITIES, type) ? ENTITIES[type] : undefined
  if (typeof type !== 'string' || !entity) {
    const types = Object.keys(ENTITIES).join(', ')
    throw refuse(place, `has to name its __typename, one of ${types}.`)
  }
  const key = given[entity.key]
  if (typeof key === 'string' && key.length > 0 && key.length <= KEY_LENGTH_MAX) {
    return { type, key }
  }
  throw refuse(
    place,
    `has to name its ${entity.key}, a text of ${KEY_LENGTH_MAX} characters at most: ` +
      `it is the key of ${type}.`,
  )
}
