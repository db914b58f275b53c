import {
  Field, FieldResolver, ID, InterfaceType, Resolver, Root, type ClassType,
} from 'type-graphql'

/** What names one thing among all things, of whatever type. */
@InterfaceType({
  description:
    'A thing with an id of its own among all things. What the programme numbers has its number, ' +
    'such as S-1; what goes by a code has its type before it, such as Practice:A00001.',
  resolveType: ({ __typename }: Named) => __typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id among all things of all types.' })
  id!: string
}

/** A thing that says of which type it is. */
export interface Named {
  readonly __typename: string
}

/** The id of a thing that goes by a code of its own. */
export const globalIdOf = (type: string, code: string): string => `${type}:${code}`

/** The field `id` of a type whose things go by a code: `Practice:A00001`. */
export const globalIdFor = <Thing extends object>(
  thing: ClassType<Thing>,
  keyOf: (root: Thing) => string,
): ClassType => {
  @Resolver(() => thing)
  class GlobalIdResolver {
    @FieldResolver(() => ID, { description: 'Its id among all things: its type and its code.' })
    id(@Root() root: Thing): string {
      return globalIdOf(thing.name, keyOf(root))
    }
  }
  return GlobalIdResolver
}
