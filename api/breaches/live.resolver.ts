import { Ctx, Mutation, Resolver } from 'type-graphql'
import { InputArg } from '../access/args.js'
import { changeOf } from '../access/change-outcome.js'
import type { Context } from '../access/context.js'
import { COMMANDS } from '../kernel/mutations.js'
import { Live } from './live.entity.js'
import { recordFirstUploads, RecordFirstUploadsInput } from './record-first-uploads.command.js'

const LiveChange = changeOf(Live, 'LivePractice', { list: true })

@Resolver()
export class LiveResolver {
  @Mutation(() => LiveChange, { description: COMMANDS.recordFirstUploads.does })
  recordFirstUploads(
    @InputArg(() => RecordFirstUploadsInput) input: RecordFirstUploadsInput,
    @Ctx() context: Context,
  ) {
    return context.makeChange(recordFirstUploads, input)
  }
}
