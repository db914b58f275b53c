import {
  Arg, createUnionType, Ctx, Field, Info, ObjectType, Query, Resolver,
} from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../access/context.js'
import { invalid } from '../kernel/refusal.js'
import { ENTITIES, ENTITY_TYPES } from './entities.js'
import { GraphQLRepresentation, readRepresentation, type Represented } from './representation.js'
import { subgraphSdl } from './subgraph-sdl.js'

/** As many as practices in one request: a supplier's night, behind a gateway too. */
export const REPRESENTATIONS_MAX = 10_000

@ObjectType('_Service', { description: 'What a gateway composes of.', simpleResolvers: true })
class Service {
  @Field(() => String, {
    description: 'The schema, with the keys, what may be repeated, and the tags of Federation 2.',
  })
  sdl!: string
}

/** Of which type a thing was read. Facts do not say it themselves. */
const typeOf = new WeakMap<object, string>()

const Entity = createUnionType({
  name: '_Entity',
  description: 'What other subgraphs may add fields to.',
  types: () => ENTITY_TYPES,
  resolveType: (thing: object) => typeOf.get(thing),
})

const readEntity = async ({ type, key }: Represented, context: Context) => {
  const thing = ENTITIES[type]?.read(key, context) ?? null
  if (thing) typeOf.set(thing, type)
  return thing
}

/** What a gateway asks of a subgraph of Federation 2. */
@Resolver()
export class FederationResolver {
  @Query(() => Service, {
    name: '_service',
    description: 'This API as a subgraph of Federation 2.',
  })
  service(@Info() { schema }: GraphQLResolveInfo): Service {
    return { sdl: subgraphSdl(schema) }
  }

  @Query(() => [Entity], {
    name: '_entities',
    nullable: 'items',
    description:
      'Things by their keys, each as its own query answers it: null where it is unknown or not ' +
      'for the caller.',
  })
  entities(
    @Arg('representations', () => [GraphQLRepresentation], {
      description: `What is wanted, at most ${REPRESENTATIONS_MAX}.`,
      // They are no class of ours, and each is looked at below.
      validate: false,
    })
    representations: unknown[],
    @Ctx() context: Context,
  ): Promise<object | null>[] {
    if (representations.length > REPRESENTATIONS_MAX) {
      const most = `At most ${REPRESENTATIONS_MAX} things are asked for at once.`
      throw invalid('representations', most)
    }
    const represented = representations.map(readRepresentation)
    // Each by itself: what is refused to this caller takes nothing else with it.
    return represented.map((each) => readEntity(each, context))
  }
}
