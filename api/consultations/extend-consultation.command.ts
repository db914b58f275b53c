import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import type { ConsultationFact } from '../register/facts.js'
import { refuseClosed, refuseEarlyClosing } from './consultation.decision.js'
import { refuseOutsideRegions } from './refuse-outside-regions.js'

@InputType({ description: 'A later closing day of a consultation.' })
export class ExtendConsultationInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the consultation.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => GraphQLDay, {
    description: 'The first day on which nobody may answer any more; later than it was.',
  })
  closesOn!: Day
}

/** Prolongs an open consultation, such as to make up for the silence of purdah. */
export const extendConsultation = command(
  'extendConsultation',
  (change, { id, version, closesOn }: ExtendConsultationInput): ConsultationFact => {
    const consultation = mustBeAt(change.register, 'consultation', id, version)
    refuseOutsideRegions(change, consultation.regions)
    refuseClosed(consultation, change.nowMs)
    refuseEarlyClosing(closesOn, consultation.closesOn)
    return change.save('consultation', { ...consultation, closesOn })
  },
)
