import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import type { Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import { Mailing } from './mailing.entity.js'
import { recordMailing, RecordMailingInput } from './record-mailing.command.js'

const MailingChange = changeOf(Mailing, 'Mailing')

@Resolver(() => Mailing)
export class MailingResolver {
  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: Mailing, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => Region, { description: 'Its region.' })
  region(@Root() { region }: Mailing, @Ctx() { register }: Context) {
    return mustFind(register, 'region', region)
  }

  @FieldResolver(() => [ID], {
    nullable: true,
    description: 'Codes of the practices whose patients were mailed; null for all of the region.',
  })
  practiceCodes(@Root() { practices }: Mailing) {
    return practices
  }
}

/** The commands about them. */
export const mailingMutations = [
  mutationOf(MailingChange, recordMailing, RecordMailingInput),
]
