import {
  ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Max, Min,
} from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { GraphQLDay } from '../access/scalars.js'
import { dayOf, startOfDayMs, type Day } from '../kernel/moment.js'
import { belongsTo } from '../regions/members.js'
import type { MailingFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { invalid } from '../kernel/refusal.js'

const PRACTICES_MAX = 10_000
const PACKS_MAX = 100_000_000

@InputType({ description: 'A mailing that patients received.' })
export class RecordMailingInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => ID, { description: 'Code of the region whose practices’ patients were mailed.' })
  region!: string

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the practices; all of the region where it is left out.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRACTICES_MAX)
  @AllDifferent()
  practices?: string[] | null

  @Field(() => Int, { description: 'How many packs were received.' })
  @IsInt()
  @Min(1)
  @Max(PACKS_MAX)
  packs!: number

  @Field(() => GraphQLDay, { description: 'The day the last pack was received; not to come.' })
  lastReceivedOn!: Day

  @Field(() => Boolean, { description: 'Whether the pack held an opt-out form.' })
  withOptOutForm!: boolean
}

const refuseForeignThen = (
  register: Register,
  { region, practices, lastReceivedOn }: RecordMailingInput,
): void => {
  const atMs = startOfDayMs(lastReceivedOn)
  for (const code of practices ?? []) {
    if (belongsTo(register, mustFind(register, 'practice', code), region, atMs)) continue
    throw invalid('practices', `${code} did not belong to ${region} on ${lastReceivedOn}.`)
  }
}

/** Records a mailing. It is a fact: kept, whatever it tells. */
export const recordMailing = command(
  'recordMailing',
  (change, input: RecordMailingInput): MailingFact => {
    const { programme, region, practices = null, packs, lastReceivedOn, withOptOutForm } = input
    mustFind(change.register, 'programme', programme)
    mustFind(change.register, 'region', region)
    refuseOutsideRegion(change, region)
    const today = dayOf(change.nowMs)
    if (lastReceivedOn > today) {
      throw invalid('lastReceivedOn', `It is ${today}: a mailing cannot have been received later.`)
    }
    refuseForeignThen(change.register, input)
    if (change.actor.role === 'REGIONAL_LEAD') change.vouchFor(lastReceivedOn)
    const id = change.newId('mailing')
    const tells = { packs, lastReceivedOn, withOptOutForm, plannedFor: null, voidedAt: null }
    return change.save('mailing', { id, programme, region, practices, ...tells })
  },
)
