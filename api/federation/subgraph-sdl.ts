import {
  Kind, lexicographicSortSchema, parse, parseConstValue, print, printSchema, visit,
  type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import { ENTITIES } from './entities.js'
import { isPartners, PARTNER, typesOfPartners } from './partners.js'

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.3"
  import: ["@key", "@shareable", "@tag"]
)`

/** What belongs to the subgraph alone, and to no client. */
const OWN_TYPES = ['_Any', '_Entity', '_Service']
const OWN_FIELDS = ['_entities', '_service']

/**
 * Values without a life of their own, which a partner's subgraph may have as well. Never a ruling
 * or anything in it: that is answered here, and nowhere else.
 */
const SHAREABLE = ['EarlierClassification', 'PageInfo', 'RegionTerm', 'SupplierTerm']
const isShareable = (type: string): boolean =>
  SHAREABLE.includes(type) || /(Connection|Edge)$/.test(type)

const directive = (
  name: string,
  argument?: readonly [name: string, value: string],
): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: argument && [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument[0] },
      value: parseConstValue(JSON.stringify(argument[1])),
    },
  ],
})
const TAG = directive('tag', ['name', PARTNER])

/** The schema as clients have it: without what a gateway alone asks. Sorted. */
export const contractOf = (schema: GraphQLSchema): DocumentNode => {
  const drop = ({ name }: { name: { value: string } }) =>
    OWN_TYPES.includes(name.value) ? null : undefined
  return visit(parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true }), {
    ScalarTypeDefinition: drop,
    UnionTypeDefinition: drop,
    ObjectTypeDefinition: drop,
    FieldDefinition: ({ name }) => (OWN_FIELDS.includes(name.value) ? null : undefined),
  })
}

/** A tag on a root field says nothing of its arguments: each needs its own. */
const tagField = (field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...field,
  arguments: field.arguments?.map((argument) => ({ ...argument, directives: [TAG] })),
  directives: [...(field.directives ?? []), TAG],
})

const directivesOf = (type: string): ConstDirectiveNode[] => {
  const entity = ENTITIES[type]
  return [
    ...(entity ? [directive('key', ['fields', entity.key])] : []),
    ...(isShareable(type) ? [directive('shareable')] : []),
  ]
}

const printSubgraph = (schema: GraphQLSchema): string => {
  const contract = contractOf(schema)
  const partners = typesOfPartners(contract)
  const tagsOf = (type: string) => (partners.has(type) ? [TAG] : [])
  const tag = <Node extends { readonly name: { readonly value: string } }>(node: Node): Node => ({
    ...node,
    directives: tagsOf(node.name.value),
  })
  const mark = (node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => {
    const { name, fields } = node
    return {
      ...node,
      directives: [...directivesOf(name.value), ...tagsOf(name.value)],
      fields: fields?.map((each) =>
        isPartners(name.value, each.name.value) ? tagField(each) : each,
      ),
    }
  }
  const marked = visit(contract, {
    ObjectTypeDefinition: mark,
    InterfaceTypeDefinition: tag,
    UnionTypeDefinition: tag,
    EnumTypeDefinition: tag,
    ScalarTypeDefinition: tag,
    InputObjectTypeDefinition: tag,
  })
  return `${LINK}\n\n${print(marked)}\n`
}

const printed = new WeakMap<GraphQLSchema, string>()

/** The schema as a subgraph of Federation 2: with keys, what may be repeated, and tags. */
export const subgraphSdl = (schema: GraphQLSchema): string => {
  const known = printed.get(schema)
  if (known !== undefined) return known
  const sdl = printSubgraph(schema)
  printed.set(schema, sdl)
  return sdl
}
