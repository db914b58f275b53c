import {
  ArrayMaxSize, ArrayMinSize, IsOptional, Length, Matches, MaxLength, ValidateNested,
} from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay } from '../access/scalars.js'
import { saveBreach } from '../access/save-breach.js'
import { dayOf, type Day } from '../kernel/moment.js'
import { Audience } from '../kernel/vocabulary.js'
import { refuseInPurdah } from '../regions/purdah.decision.js'
import type { ConsultationFact } from '../register/facts.js'
import { breachOfConsultation } from '../rules/breach-of.js'
import { momentary } from '../rules/purdah.js'
import { refuseEarlyClosing, refuseTooShort } from './consultation.decision.js'
import { Deviation } from './consultation.entity.js'
import { refuseOutsideRegions } from './refuse-outside-regions.js'

const REGIONS_MAX = 1_000

@InputType({ description: 'A consultation to open, now.' })
export class OpenConsultationInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => String, { description: 'What it is called.' })
  @Length(1, 200)
  title!: string

  @Field(() => Audience, { description: 'Who is asked.' })
  audience!: Audience

  @Field(() => [ID], { description: 'Codes of the regions where they are asked.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(REGIONS_MAX)
  @AllDifferent()
  regions!: string[]

  @Field(() => GraphQLDay, { description: 'The first day on which nobody may answer any more.' })
  closesOn!: Day

  @Field(() => Deviation, {
    nullable: true,
    description: 'The clearance of a shorter one, and the reason as published.',
  })
  @IsOptional()
  @ValidateNested()
  deviation?: Deviation | null

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the permission to open it under purdah.',
  })
  @IsOptional()
  @Matches(/\S/, { message: 'exemption must say something' })
  @MaxLength(200)
  exemption?: string | null
}

const plainDeviation = ({ deviation }: OpenConsultationInput): ConsultationFact['deviation'] =>
  deviation ? { reference: deviation.reference, reason: deviation.reason } : null

/**
 * Opens a consultation, or refuses and says when, or with whose leave, it could be opened. To ask
 * patients where they may not be mailed is kept, and is a breach.
 */
export const openConsultation = command(
  'openConsultation',
  (change, input: OpenConsultationInput): ConsultationFact => {
    const { register, now, nowMs } = change
    const { programme, title, audience, regions, closesOn, exemption = null } = input
    const deviation = plainDeviation(input)
    mustFind(register, 'programme', programme)
    for (const code of regions) mustFind(register, 'region', code)
    refuseOutsideRegions(change, regions)
    refuseEarlyClosing(closesOn, dayOf(nowMs))
    refuseInPurdah(register, { what: 'A new consultation', during: [momentary(nowMs)], exemption })
    refuseTooShort(dayOf(nowMs), { closesOn, deviation })
    const id = change.newId('consultation')
    const asked = { id, programme, title, audience, regions, openedAt: now, closesOn }
    const leave = { deviation, exemption }
    const open = { responses: 0, concludedAt: null, outcome: null, evidence: null }
    const opened = { ...asked, ...leave, ...open }
    const breach = breachOfConsultation(register, opened)
    if (breach) saveBreach(change, breach)
    return change.save('consultation', opened)
  },
)
