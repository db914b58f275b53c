import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../graphql/use-ask.js'
import { Lost } from '../shared/Lost.js'
import { Waiting } from '../shared/Waiting.js'
import { LIST, WEBHOOKS_MAX, type Webhook } from './source.js'

/** The webhook that the address names, found in the list of all. */
export const OneWebhook = ({ children }: { children: (webhook: Webhook) => ReactNode }) => {
  const { id } = useParams()
  const query = useAsk(LIST, { first: WEBHOOKS_MAX })
  return (
    <Waiting query={query}>
      {({ page }) => {
        const found = page.edges.find(({ node }) => node.id === id)
        return found ? children(found.node) : <Lost />
      }}
    </Waiting>
  )
}
