import { Field, InputType, ObjectType } from 'type-graphql'
import { InForm, Named } from '../access/in-form.js'
import type { DocumentFact } from '../register/facts.js'

@InputType('DocumentInput', { description: 'A document that is kept elsewhere.' })
@ObjectType({ description: 'A document that is kept elsewhere.', simpleResolvers: true })
export class Document implements DocumentFact {
  @Field(() => String, { description: 'Its name.' })
  @Named()
  name!: string

  @Field(() => String, {
    description: 'The SHA-256 of its bytes: 64 digits of lower-case hexadecimal.',
  })
  @InForm(/^[0-9a-f]{64}$/, 'be 64 digits of lower-case hexadecimal')
  sha256!: string
}
