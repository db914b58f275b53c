import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../graphql/use-ask.js'
import { Lost } from '../shared/Lost.js'
import { Waiting } from '../shared/Waiting.js'
import { LIST, WEBHOOKS_MAX, type Webhook } from './source.js'

/** The webhook that the address names, found in the list of all; with the cursor before it. */
export const OneWebhook = ({ children }: {
  children: (webhook: Webhook, after: string | null) => ReactNode
}) => {
  const { id } = useParams()
  const query = useAsk(LIST, { first: WEBHOOKS_MAX })
  return (
    <Waiting query={query}>
      {({ page }) => {
        const place = page.edges.findIndex(({ node }) => node.id === id)
        const found = page.edges[place]
        return found ? children(found.node, page.edges[place - 1]?.cursor ?? null) : <Lost />
      }}
    </Waiting>
  )
}
