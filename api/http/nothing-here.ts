import type { Handle } from './route.js'
import { send } from './send.js'

/** Says that a path leads nowhere, and which do not. */
export const sayNothingIsHere: Handle = async (_, response) =>
  send(response, 404, 'Nothing is here. GraphQL is at /graphql, a page for it at /graphiql.\n')
