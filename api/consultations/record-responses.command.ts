import { IsInt, Max, Min } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import type { ConsultationFact } from '../register/facts.js'
import { refuseConcluded, refuseFewer } from './consultation.decision.js'
import { refuseOutsideRegions } from './refuse-outside-regions.js'

const RESPONSES_MAX = 100_000_000

@InputType({ description: 'How many have answered a consultation.' })
export class RecordResponsesInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the consultation.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => Int, { description: 'How many in all, those recorded before among them.' })
  @IsInt()
  @Min(1)
  @Max(RESPONSES_MAX)
  responses!: number
}

/** Records how many have answered so far. Counts only: nobody who answered is in the system. */
export const recordResponses = command(
  'recordResponses',
  (change, { id, version, responses }: RecordResponsesInput): ConsultationFact => {
    const consultation = mustBeAt(change.register, 'consultation', id, version)
    refuseOutsideRegions(change, consultation.regions)
    refuseConcluded(consultation)
    refuseFewer(consultation, responses)
    return change.save('consultation', { ...consultation, responses })
  },
)
