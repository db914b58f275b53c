import { MaxLength, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { SaysSomething } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import type { ConsultationFact } from '../register/facts.js'
import { isOrdinary, refuseConcluded, refuseStillOpen } from './consultation.decision.js'
import { Document } from './document.js'
import { refuseOutsideRegions } from './refuse-outside-regions.js'

@InputType({ description: 'The outcome of a consultation.' })
export class ConcludeConsultationInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the consultation.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => String, { description: 'What came of it.' })
  @SaysSomething()
  @MaxLength(10_000)
  outcome!: string

  @Field(() => Document, { description: 'What shows the outcome.' })
  @ValidateNested()
  evidence!: Document
}

/** Concludes a consultation that has closed: once, and for good. */
export const concludeConsultation = command(
  'concludeConsultation',
  (change, { id, version, outcome, evidence }: ConcludeConsultationInput): ConsultationFact => {
    const consultation = mustBeAt(change.register, 'consultation', id, version)
    refuseOutsideRegions(change, consultation.regions)
    refuseConcluded(consultation)
    refuseStillOpen(consultation, change.nowMs)
    // It tells of the last day, not of when it is told. The department's own word meets a
    // condition, and never releases by itself.
    const { closesOn } = consultation
    if (isOrdinary(consultation)) {
      if (change.actor.role === 'REGIONAL_LEAD') change.vouchFor(closesOn)
      else change.tellOf(closesOn)
    }
    const { name, sha256 } = evidence
    const concluded = { concludedAt: change.now, outcome, evidence: { name, sha256 } }
    return change.save('consultation', { ...consultation, ...concluded })
  },
)
