import {
  Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root,
} from 'type-graphql'
import { InputArg } from '../access/args.js'
import { mustFind } from '../access/change.js'
import type { Context } from '../access/context.js'
import { refuseOtherProgramme } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Actor } from '../kernel/actor.js'
import { toMoment, type Moment } from '../kernel/moment.js'
import { COMMANDS } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import type { SuspensionFact } from '../register/facts.js'
import { Suspension } from '../suspensions/suspension.entity.js'
import { ownAffair } from './own-affair.js'
import { countBySupplier, practicesWithin } from './within-suspension.js'

@ObjectType({ description: 'How far a supplier knows of a suspension.', simpleResolvers: true })
export class SuspensionNotice {
  @Field(() => ID, { description: 'Code of the supplier.' })
  supplier!: string

  @Field(() => Int, { description: 'How many open practices that it serves are taken in.' })
  practices!: number

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When a webhook of the supplier took the news, in real time; null if none did.',
  })
  receivedAt!: Moment | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When the supplier acknowledged it; null if it did not.',
  })
  acknowledgedAt!: Moment | null
}

@InputType({ description: 'Which suspension was taken note of.' })
export class AcknowledgeSuspensionInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  suspension!: string
}

interface Known {
  readonly supplier: string
  readonly at: Date
}

const ACKNOWLEDGED = 'SELECT supplier, at FROM acknowledgement WHERE suspension = $1'
const RECEIVED = `
SELECT owner ->> 'supplier' AS supplier, min(delivery."endedAt") AS at
FROM delivery JOIN endpoint ON endpoint.id = delivery.endpoint
WHERE delivery.event = 'SUSPENSION_IMPOSED' AND delivery.subject = $1
  AND delivery.state = 'DELIVERED' AND owner ->> 'role' = 'PARTNER'
GROUP BY 1`
const KEEP = `
INSERT INTO acknowledgement (suspension, supplier, at, issuer, subject)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`

/** What every supplier with practices in scope knows of a suspension, in order of code. */
const noticesOf = async (
  { database, registerNow, clock }: Context,
  suspension: SuspensionFact,
): Promise<SuspensionNotice[]> => {
  const nowMs = clock.nowMs()
  const within = practicesWithin(registerNow, suspension, nowMs)
  const { id } = suspension
  const told = async (sql: string): Promise<Map<string, Moment>> => {
    const rows = await database.query<Known[]>(sql, [id])
    return new Map(rows.map(({ supplier, at }) => [supplier, at.toISOString()]))
  }
  const [received, acknowledged] = [await told(RECEIVED), await told(ACKNOWLEDGED)]
  return [...countBySupplier(registerNow, within, nowMs)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([supplier, practices]) => ({
      supplier,
      practices,
      receivedAt: received.get(supplier) ?? null,
      acknowledgedAt: acknowledged.get(supplier) ?? null,
    }))
}

/** Those to whom a suspension was promised, and those who oversee all, may see who knows of it. */
const mayWatch = (actor: Actor | null, { signatories }: SuspensionFact): boolean => {
  if (actor?.role === 'LIAISON') return signatories.includes(actor.organisation)
  return actor?.role === 'PROGRAMME_ADMIN' || actor?.role === 'AUDITOR'
}

@Resolver(() => Suspension)
export class AcknowledgementResolver {
  @FieldResolver(() => [SuspensionNotice], {
    nullable: true,
    description:
      'Suppliers with open practices in its scope that have not acknowledged it. For the ' +
      'department, auditors, and its signatories; null for others.',
  })
  async unacknowledgedBy(@Root() root: Suspension, @Ctx() context: Context) {
    if (!mayWatch(context.actor, root)) return null
    const notices = await noticesOf(context, root)
    return notices.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  }

  @Mutation(() => SuspensionNotice, { description: COMMANDS.acknowledgeSuspension.does })
  acknowledgeSuspension(
    @InputArg(() => AcknowledgeSuspensionInput) input: AcknowledgeSuspensionInput,
    @Ctx() context: Context,
  ): Promise<SuspensionNotice> {
    return ownAffair(context, 'acknowledgeSuspension', input, async (actor) => {
      const suspension = mustFind(context.registerNow, 'suspension', input.suspension)
      refuseOtherProgramme(actor, suspension.programme)
      const own = ({ supplier }: SuspensionNotice): boolean => supplier === actor.supplier
      const notice = (await noticesOf(context, suspension)).find(own)
      if (!notice) {
        const message = `Suspension ${suspension.id} takes in no open practice that you serve.`
        throw new Refusal('NOT_ASKED', message)
      }
      const at = toMoment(context.clock.nowMs())
      const { issuer, subject } = actor
      await context.database.query(KEEP, [suspension.id, notice.supplier, at, issuer, subject])
      return { ...notice, acknowledgedAt: notice.acknowledgedAt ?? at }
    })
  }
}
