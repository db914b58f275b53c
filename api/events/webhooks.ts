import { randomBytes, randomUUID } from 'node:crypto'
import type { Context } from '../access/context.js'
import type { Actor } from '../kernel/actor.js'
import { toMoment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { changesBetween } from '../changes/outbox.js'
import type { Query } from '../register/fold.js'
import { keepDelivery } from './fan-out.js'
import type { Endpoint } from './endpoint.js'
import { happeningsOf } from './happening.js'
import { readWebhookUrl } from './webhook-url.js'
import type {
  RegisterWebhookInput, ReplayWebhookInput, Webhook, WebhookRegistration, WebhookReplay,
} from './webhook.type.js'

const SECRET_BYTES = 32
/** The most webhooks that one supplier, or one organisation, may have at once. */
const WEBHOOKS_MAX = 5
const REPLAYED_MAX = 1_000

export const asWebhook = ({ id, url, events, createdAt, owner }: Endpoint): Webhook => ({
  id, url: url ?? '', events, createdAt: createdAt.toISOString(), owner,
})

/** Whose a webhook is: a supplier's, or that of an organisation in one role. */
const isOf = ({ owner }: Endpoint, actor: Actor): boolean =>
  owner.role === actor.role &&
  (actor.role === 'PARTNER'
    ? owner.supplier === actor.supplier
    : owner.organisation === actor.organisation)

/** A token that is narrowed to some programmes has to do with no webhook that is told of others. */
const isWithin = ({ owner }: Endpoint, { programmes }: Actor): boolean =>
  programmes === null || (owner.programmes?.every((code) => programmes.includes(code)) ?? false)

const allWebhooks = ({ database }: Context): Promise<Endpoint[]> =>
  database.query<Endpoint[]>(
    `SELECT * FROM endpoint WHERE kind = 'WEBHOOK' AND "removedAt" IS NULL
     ORDER BY "createdAt", id`,
  )

/** The webhooks that somebody may see: their own, and those who oversee all see all. */
export const webhooksOf = async (context: Context, actor: Actor): Promise<Endpoint[]> => {
  const all = await allWebhooks(context)
  const seesAll = actor.role === 'PROGRAMME_ADMIN' || actor.role === 'AUDITOR'
  return seesAll ? all : all.filter((each) => isOf(each, actor) && isWithin(each, actor))
}

const mustFindWebhook = async (context: Context, actor: Actor, id: string): Promise<Endpoint> => {
  const found = (await webhooksOf(context, actor)).find((each) => each.id === id)
  if (found) return found
  throw new Refusal('NOT_FOUND', 'There is no webhook with this id.', { field: 'id' })
}

/** Registers a webhook; its secret is answered here, and nowhere after. */
export const registerWebhook = async (
  context: Context,
  actor: Actor,
  { url, events }: RegisterWebhookInput,
): Promise<WebhookRegistration> => {
  const { href } = readWebhookUrl(url, { loopback: context.registerNow.demonstration })
  const own = (await allWebhooks(context)).filter((each) => isOf(each, actor))
  if (own.length >= WEBHOOKS_MAX) {
    const message = `You have ${WEBHOOKS_MAX} webhooks, as many as may be. Remove one first.`
    throw new Refusal('LIMIT_REACHED', message)
  }
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
  const now = toMoment(Date.now())
  const since = context.registerNow.head.sequence
  const [row] = await context.database.query<[Endpoint]>(
    `INSERT INTO endpoint (id, kind, url, secret, events, owner, since, "createdAt", "busyUntil")
     VALUES ($1, 'WEBHOOK', $2, $3, $4, $5, $6, $7, $7) RETURNING *`,
    [randomUUID(), href, secret, [...new Set(events)], JSON.stringify(actor), since, now],
  )
  return { webhook: asWebhook(row), secret }
}

/** Removes a webhook, one's own; the department may remove anybody's. */
export const removeWebhook = async (
  context: Context,
  actor: Actor,
  id: string,
): Promise<Webhook> => {
  const webhook = await mustFindWebhook(context, actor, id)
  const now = toMoment(Date.now())
  await context.database.query('UPDATE endpoint SET "removedAt" = $2 WHERE id = $1', [id, now])
  return asWebhook(webhook)
}

const refuseRange = ({ fromSequence, toSequence }: ReplayWebhookInput): void => {
  if (fromSequence < 1) throw invalid('fromSequence', 'The first entry has to be 1 or later.')
  if (fromSequence <= toSequence) return
  throw invalid('toSequence', 'The last entry has to be the first, or later.')
}

/** Sends a webhook again what happened in a range, as far as its owner may see it by now. */
export const replayWebhook = async (
  context: Context,
  actor: Actor,
  input: ReplayWebhookInput,
): Promise<WebhookReplay> => {
  refuseRange(input)
  const endpoint = await mustFindWebhook(context, actor, input.id)
  if (!isOf(endpoint, actor)) {
    throw new Refusal(
      'FORBIDDEN',
      'Only whoever registered a webhook can have events sent to it again.',
    )
  }
  const { database, registerNow, clock } = context
  const query: Query = (sql, parameters) => database.query(sql, [...parameters])
  const upTo = Math.min(input.toSequence, registerNow.head.sequence)
  const changes = await changesBetween(query, input.fromSequence, upTo, REPLAYED_MAX + 1)
  if (changes.length > REPLAYED_MAX) {
    throw invalid('toSequence', `A replay is of ${REPLAYED_MAX} changes at most. Ask in parts.`)
  }
  const standing = { database, register: registerNow, nowMs: clock.nowMs() }
  for (const change of changes) {
    for (const happening of await happeningsOf(query, change)) {
      const realNowMs = Date.now()
      await keepDelivery(standing, {
        into: database, endpoint, happening, replay: true, realNowMs,
      })
    }
  }
  return { webhook: asWebhook(endpoint), changes: changes.length }
}
