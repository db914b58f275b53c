import { Actions, useViewer } from '../shared/Actions.js'
import { PageHead } from '../shared/PageHead.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { Moment, sayCount } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { Deliveries } from './Deliveries.js'
import { OneWebhook } from './OneWebhook.js'
import type { Webhook } from './source.js'
import { EVENTS } from './words.js'

const Facts = ({ url, registeredFor, events, createdAt, waiting, dead }: Webhook) => (
  <SummaryList
    rows={[
      ['Address', url],
      ['Of', registeredFor],
      [
        'Told of',
        <ul className="plain">
          {events.map((event) => <li key={event}>{EVENTS[event]}</li>)}
        </ul>,
      ],
      ['Registered', <Moment of={createdAt} />],
      ['Messages waiting', sayCount(waiting)],
      ['Messages given up', sayCount(dead)],
    ]}
  />
)

const Of = ({ webhook, after }: { webhook: Webhook; after: string | null }) => {
  const viewer = useViewer()
  return (
    <>
      <PageHead
        title={`Webhook ${new URL(webhook.url).host}`}
        crumbs={[{ to: '/webhooks', text: 'Webhooks' }, { text: webhook.url }]}
      />
      <Actions at={`/webhooks/${webhook.id}`} actions={actionsOf(webhook, viewer)} />
      <Section title="The webhook"><Facts {...webhook} /></Section>
      <Deliveries after={after} />
    </>
  )
}

export const Page = () => (
  <OneWebhook>{(webhook, after) => <Of webhook={webhook} after={after} />}</OneWebhook>
)
