import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type GraphQLSchema, Kind, OperationTypeNode } from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import type { Context } from './access/context.js'

const QUERIES_KEPT = 500

const isIntrospection = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      ),
  )

/**
 * Runs queries compiled, at twice the speed. Apollo has parsed and validated them by then. What
 * does not compile, or ends in an error, is run again the ordinary way, which words the error; a
 * query changes nothing, so that it may run twice. Mutations are never compiled.
 */
export const compiledQueries = (schema: GraphQLSchema): ApolloServerPlugin<Context> => {
  const compiled = new LRUCache<string, CompiledQuery | { readonly no: true }>({
    max: QUERIES_KEPT,
  })
  const compile = (document: DocumentNode, operationName: string | null) => {
    if (isIntrospection(document)) return { no: true as const }
    const query = compileQuery(schema, document, operationName ?? undefined)
    return isCompiledQuery(query) ? query : { no: true as const }
  }
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operation, operationName, request, ...rest }) {
          if (operation.operation !== OperationTypeNode.QUERY) return null
          const key = `${rest.queryHash} ${operationName ?? ''}`
          const query = compiled.get(key) ?? compile(document, operationName)
          compiled.set(key, query)
          if ('no' in query) return null
          const result = await query.query(undefined, rest.contextValue, request.variables ?? {})
          if (result.errors) return null
          return { http: rest.response.http, body: { kind: 'single', singleResult: result } }
        },
      }),
  }
}
