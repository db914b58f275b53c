import { ArrayMaxSize, ArrayMinSize } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind, type Change } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { maySee } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { LiveFact } from '../register/facts.js'

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
    const unseen = { table: 'practice', key: code }
    throw new Refusal('NOT_FOUND', `There is no practice ${code}.`, unseen)
  }
}

/** Writes down that practices are live. It is written once: those that are live stay so. */
export const recordFirstUploads = command(
  'recordFirstUploads',
  (change, { programme, practices, at }: RecordFirstUploadsInput): LiveFact[] => {
    mustFind(change.register, 'programme', programme)
    refuseUnseen(change, practices)
    if (at > change.now) throw invalid('at', 'An upload cannot lie in the future.')
    return practices.map((practice) => {
      const id = `${programme}/${practice}`
      const known = change.register.get('live', id)
      return known ?? change.save('live', { id, programme, practice, liveFrom: at })
    })
  },
)
