import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { AtArgs } from '../access/at-args.js'
import { mustFind, notFound } from '../access/change.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { maySee } from '../access/row-scope.js'
import { invariant } from '../kernel/invariant.js'
import { practicesIn } from '../regions/members.js'
import type { PracticeFact } from '../register/facts.js'
import { conditionProgress, conditionStates } from '../rules/conditions.js'
import { rulerOf, type Ruler } from '../rules/ruler.js'
import { ConditionProgress, ConditionState } from './condition-state.type.js'
import { Dispensation } from './dispensation.entity.js'
import { SignOff } from './sign-off.entity.js'
import { Suspension } from './suspension.entity.js'

@ArgsType()
class StatesArgs extends AtArgs {
  @Field(() => ID, { description: 'Code of the practice.' })
  practice!: string
}

@ArgsType()
class ProgressArgs extends AtArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of a region; all that the suspension reaches where it is left out.',
  })
  region?: string | null
}

const rulerFor = ({ register, clock }: Context, { programme }: Suspension): Ruler => {
  const ruler = rulerOf(register, programme, clock.nowMs())
  invariant(ruler, 'a suspension of no programme')
  return ruler
}

/** A practice that is not for this caller is told apart from an unknown one by nothing. */
const mustSee = (context: Context, odsCode: string): PracticeFact => {
  const actor = mustBeKnown(context)
  const { registerNow, clock } = context
  const practice = registerNow.get('practice', odsCode)
  if (practice && maySee(actor, registerNow, practice, clock.nowMs())) return practice
  throw notFound('practice', odsCode)
}

/** How the conditions of a suspension stand, and what was asked and signed about it. */
@Resolver(() => Suspension)
export class SuspensionConditionsResolver {
  @FieldResolver(() => [ConditionState], {
    description: 'How each condition stands for a practice, with the evidence.',
  })
  conditionStates(
    @Root() root: Suspension,
    @Args(() => StatesArgs) { practice, at }: StatesArgs,
    @Ctx() context: Context,
  ) {
    const seen = mustSee(context, practice)
    return conditionStates(rulerFor(context, root), root, seen, momentAsked(context, at))
  }

  @FieldResolver(() => [ConditionProgress], {
    description:
      'For each condition, how many open practices in its scope meet it and how many do not. ' +
      'Those that it spares do not count.',
  })
  progress(
    @Root() root: Suspension,
    @Args(() => ProgressArgs) { region, at }: ProgressArgs,
    @Ctx() context: Context,
  ) {
    const { register } = context
    const atMs = momentAsked(context, at)
    if (region) mustFind(register, 'region', region)
    const among = region ? practicesIn(register, region, atMs) : register.all('practice')
    return conditionProgress(rulerFor(context, root), root, among, atMs)
  }

  @FieldResolver(() => [Dispensation], { description: 'Exceptions asked for, decided or not.' })
  dispensations(@Root() { id }: Suspension, @Ctx() { register }: Context) {
    return [...register.all('dispensation')].filter(({ suspension }) => suspension === id)
  }

  @FieldResolver(() => [SignOff], { description: 'Sign-offs of its conditions, withdrawn or not.' })
  signOffs(@Root() { id }: Suspension, @Ctx() { register }: Context) {
    return [...register.all('signoff')].filter(({ suspension }) => suspension === id)
  }
}
