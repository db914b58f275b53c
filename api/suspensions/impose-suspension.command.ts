import { Field, ID, InputType } from 'type-graphql'
import { command, mustFind, type Change } from '../access/change.js'
import { GraphQLMoment } from '../access/scalars.js'
import { sayMoment, type Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { ScopeClauseFact, SuspensionFact } from '../register/facts.js'
import { SuspensionTermsInput } from './suspension.inputs.js'
import { termsOf } from './suspension-terms.js'

@InputType({ description: 'A suspension to impose.' })
export class ImposeSuspensionInput extends SuspensionTermsInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'From when it holds; at once where it is left out. Not in the past.',
  })
  from?: Moment | null
}

const forbidden = (message: string): Refusal => new Refusal('FORBIDDEN', message)

/** Exactly the practice itself, whatever else it does or belongs to. */
const isOnly = (odsCode: string, clause: ScopeClauseFact): boolean =>
  clause.practices?.length === 1 &&
  clause.practices[0] === odsCode &&
  clause.regions === null &&
  clause.classifications === null &&
  clause.suppliers === null

/** A professional body may advise; a practice may take more time for itself. */
const refuseBeyondRole = ({ actor }: Change, input: ImposeSuspensionInput): void => {
  const { role, organisation } = actor
  const isAlone = input.signatories.length === 0 && !input.assurance
  if (role === 'LIAISON' && !(input.strength === 'ADVISORY' && isAlone)) {
    throw forbidden(
      `${organisation} may only advise: give the strength ADVISORY, no signatories and no assurance.`,
    )
  }
  const isOwn = input.scope.every((clause) => isOnly(organisation, clause))
  if (role === 'PRACTICE' && !(input.strength === 'BINDING' && isAlone && isOwn)) {
    throw forbidden(
      'A practice may suspend only itself, to take more time: give the strength BINDING, in ' +
        `every clause the practice ${organisation} alone, no signatories and no assurance.`,
    )
  }
}

/** A suspension cannot have held yesterday. */
const decideFrom = ({ now, nowMs }: Change, asked: Moment | null | undefined): Moment => {
  const from = asked ?? now
  if (from >= now) return from
  throw invalid(
    'from',
    `It is ${sayMoment(nowMs)}: a suspension holds from now on, or from a later moment. ` +
      'Leave `from` out for now.',
  )
}

/** Imposes a suspension. It ends only when it is lifted, replaced or annulled. */
export const imposeSuspension = command(
  'imposeSuspension',
  (change, input: ImposeSuspensionInput): SuspensionFact => {
    mustFind(change.register, 'programme', input.programme)
    refuseBeyondRole(change, input)
    const from = decideFrom(change, input.from)
    const terms = termsOf(change, input.programme, input, from)
    return change.save('suspension', { id: change.newId('suspension'), ...terms })
  },
)
