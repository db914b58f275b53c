import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { AtArgs } from '../access/at-args.js'
import { mustFind } from '../access/change.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { practiceShownTo, refuseOtherProgramme } from '../access/row-scope.js'
import { Practice } from '../regions/practice.entity.js'
import type { Region } from '../regions/region.entity.js'
import type { Register } from '../register/register.js'
import type { PlacedMailing } from '../rules/evidence.js'
import { mustFindRuler } from './ask-rulings.js'
import { PracticeMailing } from './practice-mailing.type.js'

@ArgsType()
class PracticeMailingsArgs extends AtArgs {
  @Field(() => ID, { defaultValue: 'SCR', description: 'Code of the programme.' })
  programme!: string
}

/** A mailing that reached it, and whether it is the one that its notice counts from. */
const told = (
  register: Register,
  { id, receivedOn }: PlacedMailing,
  counted: PlacedMailing | null,
): PracticeMailing => {
  const { region, packs, withOptOutForm } = mustFind(register, 'mailing', id)
  return {
    mailing: id,
    region: mustFind(register, 'region', region) as Region,
    packs,
    withOptOutForm,
    lastReceivedOn: receivedOn,
    noticeCounts: id === counted?.id,
  }
}

@Resolver(() => Practice)
export class PracticeMailingsResolver {
  @FieldResolver(() => [PracticeMailing], {
    nullable: true,
    description:
      'The mailings that had reached its patients by a moment, in order of time, as its rulings ' +
      'count them; null where its rulings are not for this caller.',
  })
  mailings(
    @Root() { odsCode }: Practice,
    @Args(() => PracticeMailingsArgs) { programme, at }: PracticeMailingsArgs,
    @Ctx() context: Context,
  ): PracticeMailing[] | null {
    refuseOtherProgramme(mustBeKnown(context), programme)
    const ruler = mustFindRuler(context, programme)
    if (!practiceShownTo(context, odsCode)) return null
    const course = ruler.caseOf(odsCode)?.course
    if (!course) return null
    const atMs = momentAsked(context, at)
    const { lastCounted } = course.at(atMs)
    return course.receivedBy(atMs).map((placed) => told(context.register, placed, lastCounted))
  }
}
