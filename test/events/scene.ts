import { supplierServing } from '../../api/demonstration/practices.js'
import type { Actor } from '../../api/kernel/actor.js'
import { done } from '../world/story.js'
import type { World } from '../world/world.js'

/** Bolton, an early adopter: permitted until somebody suspends it. */
const BOLTON = Array.from({ length: 40 }, (_, place) => `DEMO0${589 + place}`)
const servedBy = (supplier: string) => BOLTON.filter((code) => supplierServing(code) === supplier)
/** Practices of Bolton that EMIS serves, and that TPP does. */
export const [ours, theirs] = [servedBy('EMIS'), servedBy('TPP')]

export const ALL = [
  'RULINGS_CHANGED', 'SUSPENSION_IMPOSED', 'SUSPENSION_ENDED', 'PROPOSAL_AWAITS_SIGNATURE',
  'PROPOSAL_LAPSES_SOON', 'BREACH_RECORDED',
]
export const REGISTER = `mutation ($input: RegisterWebhookInput!) {
  registerWebhook(input: $input) { secret webhook { id url events registeredFor } } }`

/** Registers a webhook; answers it with its secret. */
export const register = async (world: World, actor: Actor, url: string, events = ALL) =>
  (await world.must(REGISTER, { input: { url, events } }, actor)).registerWebhook as {
    secret: string
    webhook: { id: string; registeredFor: string }
  }

/** A binding suspension of uploads by some practices. */
export const suspend = (world: Pick<World, 'ask'>, practices: string[], rest = {}): Promise<any> =>
  done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices }], ...rest,
  })

/** What the first webhook of somebody is told, and was told. */
export const deliveries = async (world: World, actor: Actor) => {
  const { webhooks } = await world.must(
    `{ webhooks { edges { node { waiting dead deliveries(first: 50) { edges { node {
      id event subject registerSequence state attempts fault } } } } } } }`, {}, actor,
  )
  const [{ node }] = webhooks.edges
  return { ...node, deliveries: node.deliveries.edges.map((edge: any) => edge.node) }
}
