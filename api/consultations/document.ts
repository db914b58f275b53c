import { Length, Matches } from 'class-validator'
import { Field, InputType, ObjectType } from 'type-graphql'
import type { DocumentFact } from '../register/facts.js'

@InputType('DocumentInput', { description: 'A document that is kept elsewhere.' })
@ObjectType({ description: 'A document that is kept elsewhere.', simpleResolvers: true })
export class Document implements DocumentFact {
  @Field(() => String, { description: 'Its name.' })
  @Length(1, 200)
  name!: string

  @Field(() => String, {
    description: 'The SHA-256 of its bytes: 64 digits of lower-case hexadecimal.',
  })
  @Matches(/^[0-9a-f]{64}$/, {
    message: 'sha256 must be 64 digits of lower-case hexadecimal',
  })
  sha256!: string
}
