import { MaxLength } from 'class-validator'
import { Field, InputType } from 'type-graphql'
import { SaysSomething } from './in-form.js'

const REASON_MAX = 2_000

/** What every command is told: why. */
@InputType()
export abstract class ReasonInput {
  @Field(() => String, { description: 'Why the change is made. It goes into the ledger.' })
  @SaysSomething()
  @MaxLength(REASON_MAX)
  reason!: string
}
