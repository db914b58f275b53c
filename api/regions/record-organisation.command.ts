import { Field, ID, InputType, Int } from 'type-graphql'
import { command } from '../access/change.js'
import { InForm, Named } from '../access/in-form.js'
import { refuseUnlessVersion } from '../access/version.js'
import { ReasonInput } from '../access/reason.js'
import type { OrganisationFact } from '../register/facts.js'

@InputType({ description: 'An organisation to record.' })
export class RecordOrganisationInput extends ReasonInput {
  @Field(() => ID, { description: 'Its code, such as DH or BMA/GPC.' })
  @InForm(
    /^[A-Z0-9][A-Z0-9/&-]{0,31}$/,
    'be at most 32 capitals, digits, slashes, ampersands and hyphens, beginning with a capital ' +
      'or a digit, such as DH or BMA/GPC',
  )
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Named()
  name!: string

  @Field(() => Int, { nullable: true, description: 'The version edited; none for a new one.' })
  version?: number | null
}

/** Records an organisation, or its new name. */
export const recordOrganisation = command(
  'recordOrganisation',
  (change, input: RecordOrganisationInput): OrganisationFact => {
    refuseUnlessVersion(change.register, 'organisation', input.code, input.version)
    return change.save('organisation', { code: input.code, name: input.name })
  },
)
