import { NumberInput, TextInput, required } from 'react-admin'
import { graphql } from '../graphql/tada.js'
import type { Commands } from '../shared/command/ActPage.js'
import type { Command } from '../shared/command/command.js'
import { CheckboxesInput, choicesOf } from '../shared/command/inputs.js'
import { Secret } from './Secret.js'
import type { Webhook } from './source.js'
import { EVENTS } from './words.js'

const register: Command<null> = {
  name: 'registerWebhook',
  title: 'Register a webhook',
  about: 'You may have five. What happened before can be sent to it afterwards, as a range.',
  confirm: 'Register it now',
  done: 'The webhook is registered.',
  document: graphql(`
    mutation RegisterWebhook($input: RegisterWebhookInput!) {
      outcome: registerWebhook(input: $input) { secret thing: webhook { id } }
    }
  `),
  Fields: () => (
    <>
      <TextInput
        source="url" label="Address" type="url" fullWidth validate={required()}
        helperText="https, and on the internet. In a demonstration also this machine."
      />
      <CheckboxesInput
        source="events" label="What it is told of" row={false}
        choices={choicesOf(EVENTS)} validate={required()}
      />
    </>
  ),
  inputOf: ({ url, events }) => ({ url, events }),
  takesReason: false,
  previews: false,
  Answer: Secret,
}

const Which = ({ row: { url, registeredFor } }: { row: Webhook }) => (
  <p><strong>{`${url}, of ${registeredFor}`}</strong></p>
)

const remove: Command<Webhook> = {
  name: 'removeWebhook',
  title: 'Remove a webhook',
  about: 'It is told nothing more, and what waits for it is not sent.',
  confirm: 'Remove it now',
  done: 'The webhook is removed.',
  document: graphql(`
    mutation RemoveWebhook($input: WebhookInput!) {
      outcome: removeWebhook(input: $input) { id }
    }
  `),
  Fields: Which,
  inputOf: (_values, { id }) => ({ id }),
  goesTo: () => '/webhooks',
  takesReason: false,
  previews: false,
}

const replay: Command<Webhook> = {
  name: 'replayWebhook',
  title: 'Send a range of the ledger again',
  about:
    'All that happened in a range of the ledger is sent again, under the ids it had, as far as ' +
    'you may see it by now: at most 1,000 changes at once.',
  confirm: 'Send it again now',
  done: 'The range is being sent again.',
  document: graphql(`
    mutation ReplayWebhook($input: ReplayWebhookInput!) {
      outcome: replayWebhook(input: $input) { changes thing: webhook { id } }
    }
  `),
  Fields: ({ row }) => (
    <>
      <Which row={row} />
      <NumberInput
        source="fromSequence" label="First entry" min={1} step={1}
        validate={required()}
      />
      <NumberInput
        source="toSequence" label="Last entry" min={1} step={1}
        validate={required()}
        helperText="The ledger’s list has the numbers. Both ends are included."
      />
    </>
  ),
  inputOf: ({ fromSequence, toSequence }, { id }) => ({ id, fromSequence, toSequence }),
  takesReason: false,
  previews: false,
}

export const freshWebhooks: Commands<null> = { register }
export const aboutWebhooks: Commands<Webhook> = { remove, replay }
