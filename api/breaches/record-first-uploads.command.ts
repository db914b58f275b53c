import { ArrayMaxSize, ArrayMinSize } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind, notFound, type Change } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { maySee } from '../access/row-scope.js'
import { saveBreach } from '../access/save-breach.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import type { LiveFact } from '../register/facts.js'
import { breachOfUpload, type Upload } from '../rules/breach-of.js'

const PRACTICES_MAX = 10_000

@InputType({ description: 'Practices that uploaded for the first time.' })
export class RecordFirstUploadsInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => [ID], { description: 'Codes of the practices.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(PRACTICES_MAX)
  @AllDifferent()
  practices!: string[]

  @Field(() => GraphQLMoment, { description: 'When they first uploaded; not in the future.' })
  at!: Moment
}

const refuseUnseen = ({ actor, register, nowMs }: Change, practices: readonly string[]): void => {
  for (const code of practices) {
    const practice = register.get('practice', code)
    if (practice && maySee(actor, register, practice, nowMs)) continue
    throw notFound('practice', code)
  }
}

/** What held then is dated, and so known now: what a suspension held was a breach. */
const breachOf = ({ register }: Change, id: string, upload: Omit<Upload, 'id'>) => {
  const breach = breachOfUpload(register, { id, ...upload })
  if (!breach || breach.suspensions.length === 0) return null
  return { ...breach, reasons: ['SUSPENDED'] }
}

const firstUpload = (change: Change, upload: Omit<Upload, 'id'>): LiveFact => {
  const { programme, practice, uploadedAt: liveFrom } = upload
  const id = `${programme}/${practice}`
  const known = change.register.get('live', id)
  if (known) return known
  const found = breachOf(change, id, upload)
  const breach = found ? saveBreach(change, found).id : null
  return change.save('live', { id, programme, practice, liveFrom, breach, permittedFrom: null })
}

/**
 * Writes down that practices are live. It is written once: those that are live stay so. It is a
 * fact, and a breach where a suspension held the upload.
 */
export const recordFirstUploads = command(
  'recordFirstUploads',
  (change, { programme, practices, at }: RecordFirstUploadsInput): LiveFact[] => {
    mustFind(change.register, 'programme', programme)
    refuseUnseen(change, practices)
    if (at > change.now) throw invalid('at', 'An upload cannot lie in the future.')
    return practices.map((practice) =>
      firstUpload(change, { programme, practice, uploadedAt: at }),
    )
  },
)
