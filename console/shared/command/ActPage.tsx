import { useParams } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../../graphql/ask.js'
import type { Asking } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import type { Row } from '../../providers/source.js'
import { Lost } from '../Lost.js'
import { idOf } from '../record/by-node.js'
import { thingAt } from '../things.js'
import { Waiting } from '../Waiting.js'
import type { Command } from './command.js'
import { CommandPage } from './CommandPage.js'

/** The commands of a resource, by their place in addresses. */
export type Commands<Of> = Readonly<Record<string, Command<Of>>>

interface Props<Of extends Row> {
  readonly resource: string
  readonly label: string
  /** Commands that make something new. */
  readonly fresh?: Commands<null>
  /** Commands about a thing there is, and the document that reads it, as pages of things do. */
  readonly about?: { commands: Commands<Of>; one: Asking<{ row: Of | null }>; type?: string }
}

const OfThing = <Of extends Row>({ resource, label, command, one, id, type }: {
  resource: string
  label: string
  command: Command<Of>
  one: Asking<{ row: Of | null }>
  id: string
  type: string | undefined
}) => {
  const client = useQueryClient()
  const variables = { id: idOf(id, type) }
  const query = useAsk(one, variables, { fresh: true })
  const readAgain = async (): Promise<Of> => {
    const { row } = await ask(one, variables)
    await client.invalidateQueries()
    if (row) return row
    throw new Error(`${id} is there no more.`)
  }
  return (
    <Waiting query={query}>
      {({ row }) =>
        row ? (
          <CommandPage
            command={command}
            row={row}
            home={`/${resource}/${encodeURIComponent(id)}`}
            readAgain={readAgain}
            about={thingAt(resource, id)}
            crumbs={[
              { to: `/${resource}`, text: label },
              { to: `/${resource}/${encodeURIComponent(id)}`, text: id },
              { text: command.title },
            ]}
          />
        ) : (
          <Lost />
        )
      }
    </Waiting>
  )
}

/** Finds the command that an address names, and the thing it is about. */
export const ActPage = <Of extends Row>({ resource, label, fresh = {}, about }: Props<Of>) => {
  const { id, command: path = '' } = useParams()
  if (id === undefined) {
    const command = fresh[path]
    if (!command) return <Lost />
    const crumbs = [{ to: `/${resource}`, text: label }, { text: command.title }]
    return <CommandPage command={command} row={null} home={`/${resource}`} crumbs={crumbs} />
  }
  const command = about?.commands[path]
  if (!about || !command) return <Lost />
  return (
    <OfThing
      key={`${id} ${path}`}
      resource={resource}
      label={label}
      command={command}
      one={about.one}
      id={id}
      type={about.type}
    />
  )
}
