import {
  Args, Ctx, Field, FieldResolver, InputType, Int, Mutation, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, InputArg, OrderArg } from '../access/args.js'
import { connectionOf, ordersOf, PageArgs, pageOf, type Order } from '../access/connection.js'
import { mustBeOneOf, type Context } from '../access/context.js'
import { whyUntrusted } from '../access/vouched-for.js'
import type { Actor } from '../kernel/actor.js'
import { COMMANDS } from '../kernel/mutations.js'
import { DeliveryState } from '../kernel/vocabulary.js'
import type { Delivery } from './endpoint.js'
import { ownAffair } from './own-affair.js'
import {
  RegisterWebhookInput, ReplayWebhookInput, Webhook, WebhookDelivery, WebhookInput,
  WebhookRegistration, WebhookReplay,
} from './webhook.type.js'
import { asWebhook, registerWebhook, removeWebhook, replayWebhook, webhooksOf } from './webhooks.js'

/** It works out anew who is told of up to 1,000 changes: half a second and more. */
const REPLAY_COST = 100_000

const READERS: readonly Actor['role'][] = ['PARTNER', 'LIAISON', 'PROGRAMME_ADMIN', 'AUDITOR']

const WebhookConnection = connectionOf(Webhook, 'Webhook')
const webhookOrders = ordersOf<Webhook>('Webhook', ({ id }) => id, {
  CREATED_AT: { description: 'When they were registered.', by: ({ createdAt }) => createdAt },
})
const DeliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery')
const deliveryOrders = ordersOf<WebhookDelivery>('WebhookDelivery', ({ id }) => id, {
  SEQUENCE: { description: 'The ledger’s.', by: ({ registerSequence }) => registerSequence },
})

@InputType({ description: 'Which deliveries are wanted.' })
class WebhookDeliveryFilter {
  @Field(() => DeliveryState, { nullable: true, description: 'What became of them.' })
  state?: DeliveryState | null
}

const asDelivery = ({ sequence, nextAttemptAt, endedAt, ...rest }: Delivery): WebhookDelivery => ({
  ...rest,
  registerSequence: sequence,
  nextAttemptAt: rest.state === 'WAITING' ? nextAttemptAt.toISOString() : null,
  endedAt: endedAt?.toISOString() ?? null,
})

const countOf = async ({ database }: Context, { id }: Webhook, state: DeliveryState) => {
  const [row] = await database.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM delivery WHERE endpoint = $1 AND state = $2',
    [id, state],
  )
  return row.count
}

/** Webhooks: a client's own, outside the ledger. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    description: 'The webhooks of the caller; those who oversee all see everybody’s.',
  })
  async webhooks(
    @Args(() => PageArgs) page: PageArgs,
    @OrderArg(() => webhookOrders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const endpoints = await webhooksOf(context, mustBeOneOf(context, READERS))
    return pageOf(endpoints.map(asWebhook), webhookOrders.sorting(orderBy), page)
  }

  @FieldResolver(() => String, { description: 'Code of the supplier or organisation it is of.' })
  registeredFor(@Root() { owner }: Webhook): string {
    return owner.supplier ?? owner.organisation
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why nothing is sent to it: nobody whose tokens count vouches for its owner any more. What ' +
      'waits is sent if that changes within three days. Null where it is sent what happens.',
  })
  stopped(@Root() { owner }: Webhook, @Ctx() { trust }: Context): string | null {
    return whyUntrusted(trust, owner)
  }

  @FieldResolver(() => Int, { description: 'How many messages wait for it.' })
  waiting(@Root() webhook: Webhook, @Ctx() context: Context): Promise<number> {
    return countOf(context, webhook, 'WAITING')
  }

  @FieldResolver(() => Int, { description: 'How many messages were given up.' })
  dead(@Root() webhook: Webhook, @Ctx() context: Context): Promise<number> {
    return countOf(context, webhook, 'DEAD')
  }

  @FieldResolver(() => DeliveryConnection, { description: 'What it is told, and was told.' })
  async deliveries(
    @Root() { id }: Webhook,
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg(() => WebhookDeliveryFilter) filter: WebhookDeliveryFilter | null,
    @OrderArg(() => deliveryOrders.Input) orderBy: Order | null,
    @Ctx() { database }: Context,
  ) {
    const rows = await database.query<Delivery[]>(
      `SELECT id, event, subject, sequence, state, attempts, "nextAttemptAt", "endedAt", fault
       FROM delivery WHERE endpoint = $1 AND ($2::text IS NULL OR state = $2)`,
      [id, filter?.state ?? null],
    )
    return pageOf(rows.map(asDelivery), deliveryOrders.sorting(orderBy), page)
  }

  @Mutation(() => WebhookRegistration, { description: COMMANDS.registerWebhook.does })
  registerWebhook(
    @InputArg(() => RegisterWebhookInput) input: RegisterWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookRegistration> {
    return ownAffair(context, 'registerWebhook', input, (actor) =>
      registerWebhook(context, actor, input),
    )
  }

  @Mutation(() => Webhook, { description: COMMANDS.removeWebhook.does })
  removeWebhook(
    @InputArg(() => WebhookInput) input: WebhookInput,
    @Ctx() context: Context,
  ): Promise<Webhook> {
    return ownAffair(context, 'removeWebhook', input, (actor) =>
      removeWebhook(context, actor, input.id),
    )
  }

  @Mutation(() => WebhookReplay, {
    description: COMMANDS.replayWebhook.does,
    complexity: REPLAY_COST,
  })
  replayWebhook(
    @InputArg(() => ReplayWebhookInput) input: ReplayWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookReplay> {
    return ownAffair(context, 'replayWebhook', input, (actor) =>
      replayWebhook(context, actor, input),
    )
  }
}
