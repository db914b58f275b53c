import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server'
import {
  getVariableValues, Kind, OperationTypeNode, valueFromAST, visit,
  type ASTNode, type DefinitionNode, type DocumentNode, type FieldNode,
  type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Context } from './access/context.js'
import { GraphQLMoment } from './access/scalars.js'
import type { Moment } from './kernel/moment.js'
import { invalid, Refusal } from './kernel/refusal.js'

const ARGUMENT = 'knownAt'

const argumentOf = ({ arguments: given = [] }: FieldNode) =>
  given.find(({ name }) => name.value === ARGUMENT)

/** Every field of some part of a document that names the argument. */
const fieldsThatName = (part: ASTNode): FieldNode[] => {
  const found: FieldNode[] = []
  visit(part, { Field: (field) => void (argumentOf(field) && found.push(field)) })
  return found
}

const names = new WeakMap<DocumentNode, boolean>()

/** Whether a document names the argument anywhere. Looked for once in each document. */
const namesIt = (document: DocumentNode): boolean => {
  const known = names.get(document)
  if (known !== undefined) return known
  const named = fieldsThatName(document).length > 0
  names.set(document, named)
  return named
}

type Fragments = Map<string, FragmentDefinitionNode>

/** The fields of a query itself. Each fragment is looked into once, however often it is spread. */
const ownFields = (set: SelectionSetNode | undefined, unseen: Fragments): FieldNode[] =>
  (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return ownFields(selection.selectionSet, unseen)
    const fragment = unseen.get(selection.name.value)
    unseen.delete(selection.name.value)
    return ownFields(fragment?.selectionSet, unseen)
  })

const refuseUnlessOne = (same: boolean): void => {
  if (same) return
  throw invalid(
    ARGUMENT,
    'A request is answered as known at one moment: name the same knownAt at each field of the ' +
      'query itself, or ask in several requests.',
  )
}

const isFragment = (definition: DefinitionNode): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION

const isMeta = ({ name }: FieldNode): boolean => name.value.startsWith('__')

/**
 * The moment whose knowledge a query asks for, or null. All its fields have to name the same one:
 * what is nested in them is then answered from the same register, and nobody takes what is known
 * now for what was known then.
 */
const momentAskedFor = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Moment | null => {
  const { selectionSet, variableDefinitions = [] } = operation
  const { coerced } = getVariableValues(schema, variableDefinitions, variables)
  const known = (field: FieldNode): Moment | null =>
    (valueFromAST(argumentOf(field)?.value, GraphQLMoment, coerced) as Moment | undefined) ?? null
  const fragments = document.definitions.filter(isFragment)
  const [moment = null, ...others] = new Set(
    [operation, ...fragments].flatMap(fieldsThatName).map(known),
  )
  refuseUnlessOne(others.length === 0)
  if (moment === null) return null
  const unseen = new Map(fragments.map((each) => [each.name.value, each]))
  const own = ownFields(selectionSet, unseen)
  const isQuery = operation.operation === OperationTypeNode.QUERY
  refuseUnlessOne(isQuery && own.every((field) => argumentOf(field) ?? isMeta(field)))
  return moment
}

/** An operation that is about to be carried out. */
type Resolved = GraphQLRequestContextDidResolveOperation<Context>

/** Answers what is asked with `knownAt` from the register of that moment, nested fields and all. */
export const answeredAsKnown =
  (schema: GraphQLSchema) =>
  async (
    { document, request, contextValue, response }: Resolved,
    operation: OperationDefinitionNode,
  ): Promise<void> => {
    if (!namesIt(document)) return
    try {
      const moment = momentAskedFor(schema, document, operation, request.variables ?? {})
      if (moment !== null) await contextValue.answerAsKnownAt(moment)
    } catch (error) {
      if (error instanceof Refusal) response.http.status = 400
      throw error
    }
  }
