import { IsOptional } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { mustFind } from '../access/change.js'
import { Named } from '../access/in-form.js'
import type { SpeakerFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

export const SPEAKERS_MAX = 50

/** Somebody who gave or received an assurance. The organisation is resolved from its code. */
@ObjectType({
  description: 'Somebody who gave or received an assurance, for an organisation.',
  simpleResolvers: true,
})
export class Speaker implements SpeakerFact {
  readonly organisation!: string

  @Field(() => String, { nullable: true, description: 'The name of the person, if one is told.' })
  readonly person!: string | null

  @Field(() => String, { nullable: true, description: 'The office the person held.' })
  readonly office!: string | null
}

@InputType({ description: 'Somebody who gave or received an assurance, for an organisation.' })
export class SpeakerInput {
  @Field(() => ID, { description: 'Code of the organisation.' })
  organisation!: string

  @Field(() => String, { nullable: true, description: 'The name of the person, if one is told.' })
  @IsOptional()
  @Named()
  person?: string | null

  @Field(() => String, { nullable: true, description: 'The office the person held.' })
  @IsOptional()
  @Named()
  office?: string | null
}

/** The facts of some speakers, whose organisations the register must know. */
export const speakersOf = (register: Register, inputs: readonly SpeakerInput[]): SpeakerFact[] =>
  inputs.map(({ organisation, person = null, office = null }) => {
    mustFind(register, 'organisation', organisation)
    return { organisation, person, office }
  })
