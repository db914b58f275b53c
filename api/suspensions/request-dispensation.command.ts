import { Field, ID, InputType } from 'type-graphql'
import { command, mustFind, type Change } from '../access/change.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { refuseForeignPractices } from '../regions/members.js'
import type { DispensationFact, SuspensionFact } from '../register/facts.js'
import type { Narrowing } from '../rules/reach.js'
import { decideEnd } from './dispensation.decision.js'
import { refuseEnded } from './ending.js'
import { NarrowedInput, narrowingOf } from './narrowing.js'

@InputType({ description: 'An exception from one suspension, for named regions or practices.' })
export class RequestDispensationInput extends NarrowedInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  suspension!: string

  @Field(() => GraphQLMoment, { description: 'Until when it is wanted, at most 90 days off.' })
  until!: Moment
}

/** Nobody is excepted from advice, nor from the time that a practice took for itself. */
const refuseNothingToExcept = ({ register }: Change, suspension: SuspensionFact): void => {
  refuseEnded(suspension)
  const isOwn = register.get('practice', suspension.imposedBy) !== undefined
  if (suspension.strength === 'BINDING' && !isOwn) return
  throw invalid(
    'suspension',
    isOwn
      ? `${suspension.imposedBy} imposed ${suspension.id} on itself, and alone lifts it.`
      : `${suspension.id} is advice: it refuses nothing.`,
  )
}

/** The region that asks, which has to have all that it asks for. */
const askingRegion = (change: Change, { regions, practices }: Narrowing): string => {
  const { region } = change.actor
  if (region === null) throw new Refusal('FORBIDDEN', 'Only a region asks for a dispensation.')
  for (const code of regions ?? []) refuseOutsideRegion(change, code)
  refuseForeignPractices(change, region, practices)
  if (regions ?? practices) return region
  throw invalid('regions', 'Name the regions or the practices that it is wanted for.')
}

/** Asks for an exception from a suspension. It excepts nobody until it is granted. */
export const requestDispensation = command(
  'requestDispensation',
  (change, input: RequestDispensationInput): DispensationFact => {
    const suspension = mustFind(change.register, 'suspension', input.suspension)
    refuseNothingToExcept(change, suspension)
    const narrowing = narrowingOf(change.register, input)
    const requestedBy = askingRegion(change, narrowing)
    return change.save('dispensation', {
      id: change.newId('dispensation'),
      suspension: suspension.id,
      ...narrowing,
      requestedBy,
      requestedAt: change.now,
      until: decideEnd(change.nowMs, input.until),
      reason: input.reason,
      decidedAt: null,
      granted: null,
      from: null,
      to: null,
    })
  },
)
