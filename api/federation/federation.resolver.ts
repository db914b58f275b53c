import {
  Arg, createUnionType, Ctx, Field, Info, ObjectType, Query, Resolver,
} from 'type-graphql'
import { isUnionType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { PAGE_MAX } from '../access/connection.js'
import type { Context } from '../access/context.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { PRACTICES_MAX } from '../rulings/ask-rulings.js'
import { ENTITIES, ENTITY_TYPES } from './entities.js'
import { GraphQLRepresentation, readRepresentation, type Represented } from './representation.js'
import { subgraphSdl } from './subgraph-sdl.js'

/** A supplier's night is asked for behind a gateway too; of all else, as a page of a list. */
const MOST = { practices: PRACTICES_MAX, others: PAGE_MAX }

/** What hangs on a region may cost as much as a whole country of rulings. */
const refuseTooMany = (represented: readonly Represented[]): void => {
  const practices = represented.filter(({ type }) => type === 'Practice').length
  if (practices <= MOST.practices && represented.length - practices <= MOST.others) return
  throw invalid(
    'representations',
    `At most ${MOST.practices} practices and ${MOST.others} other things are asked for at once.`,
  )
}

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

/** The library makes a promise of every type. Compiled queries, faster by far, take none. */
export const withTypesAtOnce = (schema: GraphQLSchema): GraphQLSchema => {
  const entity = schema.getType('_Entity')
  if (isUnionType(entity)) entity.resolveType = (thing: object) => typeOf.get(thing)
  return schema
}

/** A thing, or why it is refused to this caller: an error in its own place, and in no other. */
const readEntity = ({ type, key }: Represented, context: Context): object | null => {
  try {
    const thing = ENTITIES[type]?.read(key, context) ?? null
    if (thing) typeOf.set(thing, type)
    return thing
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
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
      description: `What is wanted: at most ${MOST.practices} practices, ${MOST.others} others.`,
      // They are no class of ours, and each is looked at below.
      validate: false,
    })
    representations: unknown[],
    @Ctx() context: Context,
  ): (object | null)[] {
    const represented = representations.map(readRepresentation)
    refuseTooMany(represented)
    return represented.map((each) => readEntity(each, context))
  }
}
