import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada'
import type { introspection } from './graphql-env.js'

/** Writes a document of GraphQL, typed by the committed schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { Date: string; DateTime: string; JSON: unknown; SafeInt: number }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'

/** A document by what it answers, whatever variables it takes. */
export type Asking<Answer = any> = TadaDocumentNode<Answer, any>

/** An input of the schema, by its name. */
export type InputOf<Name extends string> = ReturnType<typeof graphql.scalar<Name>>
