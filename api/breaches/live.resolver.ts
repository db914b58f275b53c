import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { changeOf } from '../access/change-outcome.js'
import { mustBeKnown, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { refuseOtherProgramme } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Practice } from '../regions/practice.entity.js'
import { Live } from './live.entity.js'
import { recordFirstUploads, RecordFirstUploadsInput } from './record-first-uploads.command.js'

const LiveChange = changeOf(Live, 'LivePractice', { list: true })

@Resolver(() => Practice)
export class PracticeLiveResolver {
  @FieldResolver(() => GraphQLMoment, {
    nullable: true,
    description: 'Its first upload, from which it is live; null where no upload is recorded.',
  })
  liveFrom(
    @Root() { odsCode }: Practice,
    @Arg('programme', () => ID, { defaultValue: 'SCR', description: 'Code of the programme.' })
    programme: string,
    @Ctx() context: Context,
  ): Moment | null {
    refuseOtherProgramme(mustBeKnown(context), programme)
    return context.register.get('live', `${programme}/${odsCode}`)?.liveFrom ?? null
  }
}

/** The commands about live practices. */
export const liveMutations = [
  mutationOf(LiveChange, recordFirstUploads, RecordFirstUploadsInput),
]
