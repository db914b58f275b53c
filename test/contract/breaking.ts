import {
  buildASTSchema, buildSchema, findBreakingChanges, GraphQLSchema, isEnumType, isInputObjectType,
  isInterfaceType, isObjectType, Kind, parse, visit, type ConstDirectiveNode,
  type FieldDefinitionNode, type NameNode,
} from 'graphql'

interface Definition {
  readonly name: NameNode
  readonly directives?: readonly ConstDirectiveNode[]
}

/** Whether a schema has some member of a type: a field, a value, or an argument of a field. */
const has = (schema: GraphQLSchema, typeName: string, name: string, argument?: string): boolean => {
  const type = schema.getType(typeName)
  if (isEnumType(type)) return type.getValue(name) !== undefined
  if (isInputObjectType(type)) return name in type.getFields()
  if (!isObjectType(type) && !isInterfaceType(type)) return false
  const field = type.getFields()[name]
  return field !== undefined && (!argument || field.args.some((each) => each.name === argument))
}

const isDeprecated = ({ directives = [] }: Definition): boolean =>
  directives.some(({ name }) => name.value === 'deprecated')

/** A contract without what was deprecated in it and is gone from the next one. */
const withoutWhatMightGo = (sdl: string, next: GraphQLSchema): GraphQLSchema => {
  const stays = (type: Definition, { name }: Definition, argument?: Definition): boolean =>
    has(next, type.name.value, name.value, argument?.name.value)
  const fieldsOf = <Node extends Definition & { fields?: readonly FieldDefinitionNode[] }>(
    type: Node,
  ): Node => ({
    ...type,
    fields: type.fields
      ?.filter((field) => !isDeprecated(field) || stays(type, field))
      .map((field) => ({
        ...field,
        arguments: field.arguments?.filter(
          (argument) => !isDeprecated(argument) || stays(type, field, argument),
        ),
      })),
  })
  const document = visit(parse(sdl), {
    [Kind.OBJECT_TYPE_DEFINITION]: fieldsOf,
    [Kind.INTERFACE_TYPE_DEFINITION]: fieldsOf,
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: (type) => ({
      ...type,
      fields: type.fields?.filter((field) => !isDeprecated(field) || stays(type, field)),
    }),
    [Kind.ENUM_TYPE_DEFINITION]: (type) => ({
      ...type,
      values: type.values?.filter((value) => !isDeprecated(value) || stays(type, value)),
    }),
  })
  return withoutUnreachable(buildASTSchema(document))
}

/** What only deprecated fields led to goes with them; a node may be asked for by its id. */
const withoutUnreachable = (schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig()
  const nodes = config.types.filter((type) => isObjectType(type) && type.getInterfaces().length > 0)
  return new GraphQLSchema({ ...config, types: nodes })
}

/** What would break a client of one contract under the next: a sentence each. */
export const breakingChanges = (before: string, after: string): string[] => {
  const next = buildSchema(after)
  const found = findBreakingChanges(withoutWhatMightGo(before, next), next)
  return found.map(({ description }) => description)
}
