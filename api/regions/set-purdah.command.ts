import { Field, ID, InputType, Int } from 'type-graphql'
import { command } from '../access/change.js'
import { InForm, Named } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import { refuseUnlessVersion } from '../access/version.js'
import { sayMoment, toMs, type Moment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import type { PurdahFact } from '../register/facts.js'

@InputType({ description: 'A pre-election period of the calendar.' })
export class SetPurdahInput extends ReasonInput {
  @Field(() => ID, {
    description: 'Its code, such as GENERAL-2010: capitals, digits and hyphens.',
  })
  @InForm(
    /^[A-Z][A-Z0-9-]{0,31}$/,
    'be at most 32 capitals, digits and hyphens, beginning with a capital, such as GENERAL-2010',
  )
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Named()
  name!: string

  @Field(() => GraphQLMoment, { description: 'When it begins.' })
  from!: Moment

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it is over; left out while that is not known.',
  })
  to?: Moment | null

  @Field(() => Int, { nullable: true, description: 'The version edited; none for a new one.' })
  version?: number | null
}

/** Enters a pre-election period, or edits it as a whole. A period is never taken out. */
export const setPurdah = command(
  'setPurdah',
  (change, { code, name, from, to = null, version }: SetPurdahInput): PurdahFact => {
    refuseUnlessVersion(change.register, 'purdah', code, version)
    if (to !== null && to <= from) {
      throw invalid('to', `A period from ${sayMoment(toMs(from))} ends after that.`)
    }
    return change.save('purdah', { code, name, from, to })
  },
)
