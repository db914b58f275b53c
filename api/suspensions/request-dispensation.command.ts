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

/** The region that asks. */
const askingRegion = ({ actor: { region } }: Change): string => {
  if (region === null) throw new Refusal('FORBIDDEN', 'Only a region asks for a dispensation.')
  return region
}

/** Where it is wanted: all of it has to be the region's own. */
const wantedIn = (change: Change, region: string, input: RequestDispensationInput): Narrowing => {
  // Before anybody looks for them: a foreign practice is answered as an unknown one is.
  refuseForeignPractices(change, region, input.practices ?? null)
  const narrowing = narrowingOf(change.register, input)
  for (const code of narrowing.regions ?? []) refuseOutsideRegion(change, code)
  if (narrowing.regions ?? narrowing.practices) return narrowing
  throw invalid('regions', 'Name the regions or the practices that it is wanted for.')
}

/** Asks for an exception from a suspension. It excepts nobody until it is granted. */
export const requestDispensation = command(
  'requestDispensation',
  (change, input: RequestDispensationInput): DispensationFact => {
    const suspension = mustFind(change.register, 'suspension', input.suspension)
    refuseNothingToExcept(change, suspension)
    const requestedBy = askingRegion(change)
    const narrowing = wantedIn(change, requestedBy, input)
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
