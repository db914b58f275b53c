import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { CommandNames } from '../kernel/enums.js'
import { commandsOf, type CommandName } from '../kernel/mutations.js'
import { Role } from '../kernel/vocabulary.js'
import { nameOf } from './bearer-names.js'
import type { Context } from './context.js'

@ObjectType({ description: 'The caller, as the token says.', simpleResolvers: true })
export class Viewer {
  @Field(() => String, { description: 'Who vouches for the caller.' })
  issuer!: string

  @Field(() => String, { description: 'Who the caller is, to the issuer.' })
  subject!: string

  @Field(() => String, {
    nullable: true,
    description: 'The name of the caller, for the caller to read: it is kept nowhere.',
  })
  name!: string | null

  @Field(() => ID, { description: 'Code of the organisation the caller speaks for.' })
  organisation!: string

  @Field(() => [Role], { description: 'The roles of the caller.' })
  roles!: Role[]

  @Field(() => ID, { nullable: true, description: 'Code of the region of a regional lead.' })
  region!: string | null

  @Field(() => String, { nullable: true, description: 'Code of the supplier that a partner is.' })
  supplier!: string | null

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the programmes that a partner’s token is narrowed to; null for any.',
  })
  programmes!: readonly string[] | null

  @Field(() => [CommandNames], { description: 'The commands the caller may give.' })
  commands!: CommandName[]
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who am I? Null without a token.' })
  viewer(@Ctx() { actor }: Context): Viewer | null {
    if (!actor || actor.role === 'OPERATOR') return null
    const { role, ...rest } = actor
    return { ...rest, name: nameOf(actor), roles: [role], commands: commandsOf(role) }
  }
}
