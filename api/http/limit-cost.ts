import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server'
import {
  Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Context } from '../access/context.js'
import { Refusal } from '../kernel/refusal.js'
import { costOf, type Variables } from './cost-of.js'
import { LIMITS } from './limits.js'

const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  )

/** What costs more counts as more than one request. */
export const COST_OF_A_REQUEST = 250

type Cost = (variables: Variables) => number

/** What an operation costs, counted once where no variable has a say in it. */
const costIn = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Cost => {
  const fragments = fragmentsOf(document)
  const count = (variables: Variables) => costOf(schema, operation, fragments, variables)
  const { cost, dependsOnVariables } = count({})
  return dependsOnVariables ? (variables) => count(variables).cost : () => cost
}

const refuseTooCostly = (cost: number): void => {
  if (cost <= LIMITS.cost) return
  throw new Refusal(
    'QUERY_TOO_COSTLY',
    `A request may ask for ${LIMITS.cost} fields, and this one may come to ${cost}: each page ` +
      'counts as often as there may be something on it. Ask for smaller pages, or in several ' +
      'requests.',
    { costMax: LIMITS.cost, cost },
  )
}

/** An operation that is about to be carried out. */
type Resolved = GraphQLRequestContextDidResolveOperation<Context>

/**
 * Refuses what asks for more than one request may, before any of it is done; answers as how many
 * more requests it counts.
 */
export const costLimit = (schema: GraphQLSchema) => {
  // Apollo keeps what it has parsed and validated: the operation of a known text is the same one.
  const costs = new WeakMap<OperationDefinitionNode, Cost>()
  return ({ document, request }: Resolved, operation: OperationDefinitionNode): number => {
    const costOfIt = costs.get(operation) ?? costIn(schema, document, operation)
    costs.set(operation, costOfIt)
    const cost = costOfIt(request.variables ?? {})
    refuseTooCostly(cost)
    return Math.floor(cost / COST_OF_A_REQUEST)
  }
}
