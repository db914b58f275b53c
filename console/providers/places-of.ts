import { Kind, parse, type FieldNode, type OperationDefinitionNode } from '@0no-co/graphql.web'
import type { Asking } from '../graphql/tada.js'

/** What of a page says where it stands, without its rows. */
export interface Places {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string }[]
}

const PLACES = (parse('{ totalCount edges { cursor } }').definitions[0] as OperationDefinitionNode)
  .selectionSet

const isOperation = ({ kind }: { kind: string }): boolean =>
  kind === String(Kind.OPERATION_DEFINITION)

const made = new WeakMap<object, Asking<{ page: Places }>>()

/** The document of a list that asks for the places of its rows alone: rows only passed by. */
export const placesOf = (list: Asking<{ page: Places }>): Asking<{ page: Places }> => {
  const known = made.get(list)
  if (known) return known
  const operation = list.definitions.find(isOperation) as OperationDefinitionNode
  const page = operation.selectionSet.selections[0] as FieldNode
  const selectionSet = {
    ...operation.selectionSet,
    selections: [{ ...page, selectionSet: PLACES }],
  }
  const places = { ...list, definitions: [{ ...operation, selectionSet }] } as typeof list
  made.set(list, places)
  return places
}
