import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import { Region } from '../regions/region.entity.js'

/**
 * A mailing as one of the practices that it reached may read it: of the others it reached, and of
 * what was asked for it, the practice is told nothing.
 */
@ObjectType({
  description: 'A mailing that reached a practice’s patients, as that practice may read it.',
  simpleResolvers: true,
})
export class PracticeMailing {
  @Field(() => ID, { description: 'Its id, such as M-3.' })
  mailing!: string

  @Field(() => Region, { description: 'The region by which it was sent.' })
  region!: Region

  @Field(() => Int, { description: 'How many packs were received, by all that it reached.' })
  packs!: number

  @Field(() => Boolean, { description: 'Whether the pack held an opt-out form.' })
  withOptOutForm!: boolean

  @Field(() => GraphQLDay, { description: 'The day the last pack was received.' })
  lastReceivedOn!: Day

  @Field(() => Boolean, {
    description:
      'Whether the programme’s notice counts from that day, as a ruling on uploading at the ' +
      'moment has it. It does for one mailing at most.',
  })
  noticeCounts!: boolean
}
