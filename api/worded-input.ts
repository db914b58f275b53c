import type { GraphQLRequestContextWillSendResponse } from '@apollo/server'
import {
  getNullableType, isInputObjectType, isInputType, isNonNullType, Kind, typeFromAST, TypeInfo,
  visit, visitWithTypeInfo, type ASTNode, type DocumentNode, type GraphQLError,
  type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql'
import type { Context } from './access/context.js'
import { brokenVariable, NOT_NULL, ruleOf, type BrokenField } from './input-rules.js'

const sayBroken = (where: string, code: string, broken: readonly BrokenField[]) => {
  const said = broken.map(({ field, rules }) => `${field} ${rules.join(' and ')}`)
  return {
    message: `Something in the ${where} is wrong: ${said.join('; ')}.`,
    extensions: { code, validationErrors: broken },
  }
}

/** One error for all that is wrong in the variables, in place of GraphQL's, which echo values. */
const sayVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLFormattedError => {
  const broken = variableDefinitions.flatMap((definition) => {
    const type = typeFromAST(schema, definition.type)
    return isInputType(type) ? brokenVariable(definition, type, variables) : []
  })
  return sayBroken('variables', 'BAD_USER_INPUT', broken)
}

const nameOf = (node: ASTNode | readonly ASTNode[]): string[] => {
  if (!('kind' in node)) return []
  if (node.kind === Kind.VARIABLE_DEFINITION) return [node.variable.name.value]
  const isNamed = node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD
  return isNamed ? [node.name.value] : []
}

const VALUES: readonly string[] = [
  Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM, Kind.LIST, Kind.OBJECT,
]

/** The value in the query itself that an error is about, if it is about one. */
const valueOf = (error: GraphQLError | undefined): ASTNode | null => {
  const node = error?.nodes?.[0]
  return node && VALUES.includes(node.kind) ? node : null
}

/**
 * What values in the query break, in one walk through it. Of an object itself nothing is told here:
 * only its fields are wrong, and are told by their names.
 */
const brokenValues = (
  schema: GraphQLSchema,
  document: DocumentNode,
  values: ReadonlySet<ASTNode>,
): ReadonlyMap<ASTNode, BrokenField> => {
  const types = new TypeInfo(schema)
  const broken = new Map<ASTNode, BrokenField>()
  const look: Parameters<typeof visitWithTypeInfo>[1] = {
    enter(node, _, parent, __, ancestors) {
      const type = types.getInputType()
      if (!values.has(node) || !type) return
      if (node.kind === Kind.OBJECT && isInputObjectType(getNullableType(type))) return
      const isNull = node.kind === Kind.NULL && isNonNullType(type)
      const field = [...ancestors, ...(parent ? [parent] : [])].flatMap(nameOf).join('.')
      broken.set(node, { field, rules: [isNull ? NOT_NULL : ruleOf(type)] })
    },
  }
  visit(document, visitWithTypeInfo(types, look))
  return broken
}

/** Errors of the query itself, each that repeats a value in words of our own. */
const sayValues = (
  schema: GraphQLSchema,
  document: DocumentNode,
  formatted: readonly GraphQLFormattedError[],
  errors: readonly GraphQLError[],
): readonly GraphQLFormattedError[] => {
  const values = errors.map(valueOf)
  const wrong = new Set(values.filter((value) => value !== null))
  if (wrong.size === 0) return formatted
  const broken = brokenValues(schema, document, wrong)
  return formatted.map((each, place) => {
    const value = values[place]
    const told = value && broken.get(value)
    return told ? { ...each, ...sayBroken('query', 'GRAPHQL_VALIDATION_FAILED', [told]) } : each
  })
}

const hasCode = ({ extensions }: GraphQLFormattedError, code: string): boolean =>
  extensions?.code === code

/**
 * Says of a value that has not the form of its type which field it stands in and what would be
 * right. GraphQL's own words repeat the value, which may be anything and is nobody else's to log.
 */
export const wordedInput =
  (schema: GraphQLSchema) =>
  ({
    response, document, operation, request, errors = [],
  }: GraphQLRequestContextWillSendResponse<Context>): void => {
    if (!document || errors.length === 0 || response.body.kind !== 'single') return
    const result = response.body.singleResult
    const told = result.errors ?? []
    if (operation && told.some((each) => hasCode(each, 'BAD_USER_INPUT'))) {
      result.errors = [sayVariables(schema, operation, request.variables ?? {})]
    } else if (told.some((each) => hasCode(each, 'GRAPHQL_VALIDATION_FAILED'))) {
      result.errors = sayValues(schema, document, told, errors)
    }
  }
