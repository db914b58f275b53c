import { ArrayMaxSize, ArrayMinSize } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'

/** A supplier's night. */
export const REPORTS_MAX = 10_000

// What is wrong with one report is answered for that one: the others are kept.
@InputType({ description: 'One upload of one practice.' })
export class UploadReportInput {
  @Field(() => ID, { description: 'ODS code of the practice.' })
  practice!: string

  @Field(() => GraphQLDay, {
    description: 'The night of the upload: the day it began on, its own or the one before.',
  })
  night!: Day

  @Field(() => GraphQLMoment, { description: 'When it was made; not in the future.' })
  uploadedAt!: Moment

  @Field(() => Int, { description: 'How many records were created; at least one.' })
  records!: number

  @Field(() => Int, {
    nullable: true,
    description: 'The `registerSequence` of the ruling relied on; left out where there was none.',
  })
  registerSequence?: number | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'The `at` of the ruling relied on; left out where there was none.',
  })
  at?: Moment | null
}

@InputType({ description: 'What a supplier uploaded. The request carries an X-Request-ID.' })
export class ReportUploadsInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => [UploadReportInput], {
    description: `The uploads, at most ${REPORTS_MAX}. Each is kept or rejected by itself.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(REPORTS_MAX)
  reports!: UploadReportInput[]
}
