import { useState } from 'react'
import { useParams } from 'react-router'
import type { Command } from '../shared/command/command.js'
import { CommandPage } from '../shared/command/CommandPage.js'
import { ActPage } from '../shared/command/ActPage.js'
import { Lost } from '../shared/Lost.js'
import { aboutWebhooks, freshWebhooks } from './commands.js'
import { OneWebhook } from './OneWebhook.js'
import type { Webhook } from './source.js'

/** Keeps the webhook it began with: once removed, it is in the list no more. */
const Given = ({ command, webhook }: { command: Command<Webhook>; webhook: Webhook }) => {
  const [row] = useState(webhook)
  const home = `/webhooks/${row.id}`
  return (
    <CommandPage
      command={command} row={row} home={home}
      crumbs={[
        { to: '/webhooks', text: 'Webhooks' }, { to: home, text: row.url }, { text: command.title },
      ]}
    />
  )
}

/** Webhooks are read in lists alone, so the commands about one find it there. */
export const Act = () => {
  const { id, command: path = '' } = useParams()
  if (id === undefined) {
    return <ActPage resource="webhooks" label="Webhooks" fresh={freshWebhooks} />
  }
  const command = aboutWebhooks[path]
  if (!command) return <Lost />
  return <OneWebhook>{(webhook) => <Given command={command} webhook={webhook} />}</OneWebhook>
}
