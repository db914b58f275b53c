import type { ServerResponse } from 'node:http'
import { PAGE_POLICY } from './protect.js'
import { send } from './send.js'

const EXAMPLE = `# Queries go to /graphql. Set your token under “Headers”:
#   { "Authorization": "Bearer …" }
{
  region(code: "Q31") {
    name
    rulingCounts(activity: UPLOAD) { permitted refused }
  }
}
`

/** The page is nine megabytes: it is loaded when somebody first asks for it. */
export const sendGraphiql = async (response: ServerResponse): Promise<void> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const options = { title: 'Holdfast GraphiQL', endpoint: '/graphql', defaultQuery: EXAMPLE }
  send(response, 200, renderGraphiQL(options), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PAGE_POLICY,
  })
}
