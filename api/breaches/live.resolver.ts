import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { changeOf } from '../access/change-outcome.js'
import type { Context } from '../access/context.js'
import { Live } from './live.entity.js'
import { recordFirstUploads, RecordFirstUploadsInput } from './record-first-uploads.command.js'

const LiveChange = changeOf(Live, 'LivePractice', { list: true })

@Resolver()
export class LiveResolver {
  @Mutation(() => LiveChange, { description: 'Writes down that practices have uploaded.' })
  recordFirstUploads(
    @Arg('input', () => RecordFirstUploadsInput) input: RecordFirstUploadsInput,
    @Ctx() context: Context,
  ) {
    return context.makeChange(recordFirstUploads, input)
  }
}
