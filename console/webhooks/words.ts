import type { Delivery, Webhook } from './source.js'

/** What a webhook can be told of. */
export const EVENTS = {
  RULINGS_CHANGED: 'Practices turned from refused to permitted, or back',
  SUSPENSION_IMPOSED: 'A suspension was imposed',
  SUSPENSION_ENDED: 'A suspension was lifted, replaced or annulled',
  PROPOSAL_AWAITS_SIGNATURE: 'A proposal asks for your signature',
  PROPOSAL_LAPSES_SOON: 'A proposal that asks for it lapses within seven days',
  BREACH_RECORDED: 'A breach was found',
} as const satisfies Record<Webhook['events'][number], string>

export const DELIVERY_STATES = {
  WAITING: 'Waiting',
  DELIVERED: 'Delivered',
  DEAD: 'Given up',
} as const satisfies Record<Delivery['state'], string>

const TONES = { WAITING: 'wait', DELIVERED: 'good', DEAD: 'bad' } as const

export const sayDelivery = (state: Delivery['state']) => ({
  word: DELIVERY_STATES[state], tone: TONES[state],
})

export const sayEvents = (events: Webhook['events']): string =>
  events.map((event) => EVENTS[event]).join('; ')
