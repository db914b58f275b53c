import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { buildSchema, graphql } from 'graphql'

/** A supplier's own register of practices, as a subgraph that it wrote itself. */
const TYPES = `
  type Practice @key(fields: "odsCode") {
    odsCode: ID!
    "The version of the system that runs there."
    systemVersion: String
  }
  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
  type Query {
    "The practices in the supplier's books."
    customers: [Practice!]!
  }
`
export const PRACTICE_REGISTER = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"]
  )
  ${TYPES}
`
const schema = buildSchema(`
  directive @key(fields: String!) repeatable on OBJECT
  directive @shareable on OBJECT
  scalar _Any
  ${TYPES}
  union _Entity = Practice
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
`)

interface Row {
  readonly odsCode: string
  readonly systemVersion: string
}

/** Serves the supplier's register; `asked` are the Authorization headers that came to it. */
export const servePracticeRegister = async (rows: readonly Row[]) => {
  const rowOf = ({ odsCode }: { odsCode: string }) =>
    rows.find((row) => row.odsCode === odsCode) ?? { odsCode, systemVersion: null }
  const rootValue = {
    customers: rows,
    _entities: ({ representations }: { representations: Row[] }) =>
      representations.map((each) => ({ __typename: 'Practice', ...rowOf(each) })),
  }
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { query: source, variables: variableValues } = JSON.parse(body)
      const answer = await graphql({ schema, source, rootValue, variableValues })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
