import { changeOf } from '../access/change-outcome.js'
import { mutationOf } from '../access/mutation.js'
import { Live } from './live.entity.js'
import { recordFirstUploads, RecordFirstUploadsInput } from './record-first-uploads.command.js'

const LiveChange = changeOf(Live, 'LivePractice', { list: true })

/** The commands about live practices. */
export const liveMutations = [
  mutationOf(LiveChange, recordFirstUploads, RecordFirstUploadsInput),
]
