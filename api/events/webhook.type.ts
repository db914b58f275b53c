import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator'
import { GraphQLMoment } from '../access/scalars.js'
import type { Actor } from '../kernel/actor.js'
import { DeliveryState, EventKind } from '../kernel/vocabulary.js'
import type { Moment } from '../kernel/moment.js'

const URL_MAX = 2_000
const RANGE = 'The range is of entries of the ledger, both ends included.'

@ObjectType({ description: 'An address that is told of events.', simpleResolvers: true })
export class Webhook {
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Field(() => String, { description: 'The address.' })
  url!: string

  @Field(() => [EventKind], { description: 'What it is told of.' })
  events!: readonly EventKind[]

  @Field(() => GraphQLMoment, { description: 'When it was registered, in real time.' })
  createdAt!: Moment

  readonly owner!: Actor
}

@ObjectType({ description: 'An event that a webhook is told of.', simpleResolvers: true })
export class WebhookDelivery {
  @Field(() => ID, { description: 'Id of the message: webhook-id among its headers.' })
  id!: string

  @Field(() => EventKind, { description: 'What happened.' })
  event!: EventKind

  @Field(() => ID, {
    description: 'Id of what it is about; of changed rulings, the number of the ledger entry.',
  })
  subject!: string

  @Field(() => Int, { description: 'The last entry of the change, in the ledger.' })
  registerSequence!: number

  @Field(() => DeliveryState, { description: 'What became of it.' })
  state!: DeliveryState

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it is tried next, in real time; null unless it waits.',
  })
  nextAttemptAt!: Moment | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it was delivered or given up, in real time; null while it waits.',
  })
  endedAt!: Moment | null

  @Field(() => String, { nullable: true, description: 'What went wrong the last time.' })
  fault!: string | null
}

@ObjectType({ description: 'A webhook just registered, with its secret.', simpleResolvers: true })
export class WebhookRegistration {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook

  @Field(() => String, {
    description: 'What its messages are signed with (whsec_…). It is never shown again.',
  })
  secret!: string
}

@ObjectType({ description: 'What a replay sends again.', simpleResolvers: true })
export class WebhookReplay {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook

  @Field(() => Int, { description: 'How many changes the range holds.' })
  changes!: number
}

@InputType({ description: 'An address to be told of events.' })
export class RegisterWebhookInput {
  @Field(() => String, {
    description: 'The address: https, and on the internet. In a demonstration also this machine.',
  })
  @MaxLength(URL_MAX)
  url!: string

  @Field(() => [EventKind], { description: 'What it is to be told of; at least one kind.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(Object.keys(EventKind).length)
  events!: EventKind[]
}

@InputType({ description: 'One webhook.' })
export class WebhookInput {
  @Field(() => ID, { description: 'Id of the webhook.' })
  id!: string
}

@InputType({ description: 'What a webhook is to be told again.' })
export class ReplayWebhookInput extends WebhookInput {
  @Field(() => Int, { description: `The first entry. ${RANGE}` })
  fromSequence!: number

  @Field(() => Int, { description: `The last entry. ${RANGE}` })
  toSequence!: number
}
