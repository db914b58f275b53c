import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { KeyArg, KNOWN_AT } from '../access/args.js'
import { momentAsked, type Context } from '../access/context.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Activity, Classification } from '../kernel/vocabulary.js'
import { practicesIn } from '../regions/members.js'
import { Practice } from '../regions/practice.entity.js'
import { Region } from '../regions/region.entity.js'
import {
  askRulings, mustFindRuler, PRACTICES_MAX, type AskedRuling, type RulingQuestion,
} from './ask-rulings.js'
import { receiptClaims } from './receipt.js'
import { Ruling, RulingCounts } from './ruling.type.js'

/** The schema checks all there is to check, and the validator costs as much as a ruling. */
const UNVALIDATED = { validate: false }

/** It rules on every practice of the region, which may be the country. */
const COUNT_COST = 15_000

@ArgsType()
class CountArgs {
  @Field(() => Activity, { defaultValue: Activity.UPLOAD, description: 'What it would do.' })
  activity!: Activity

  @Field(() => ID, { defaultValue: 'SCR', description: 'Code of the programme.' })
  programme!: string

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'The moment asked about; now where it is left out.',
  })
  at?: Moment | null
}

@ArgsType()
class NestedQuestionArgs extends CountArgs implements RulingQuestion {
  @Field(() => Classification, {
    nullable: true,
    description: 'A wave: picks among several rollouts that govern; another is asked as well.',
  })
  classification?: Classification | null
}

@ArgsType()
export class QuestionArgs extends NestedQuestionArgs {
  @Field(() => GraphQLMoment, { nullable: true, description: KNOWN_AT })
  knownAt?: Moment | null
}

@ArgsType()
class RulingsArgs extends QuestionArgs {
  @Field(() => [ID], { description: `Codes of the practices, at most ${PRACTICES_MAX}.` })
  practices!: string[]
}

@Resolver(() => Region)
export class RulingResolver {
  @Query(() => Ruling, { description: 'May this practice do this, now or then?' })
  ruling(
    @KeyArg('practice') practice: string,
    @Args(() => QuestionArgs, UNVALIDATED) question: QuestionArgs,
    @Ctx() context: Context,
  ) {
    return askRulings(context, [practice], question)[0]
  }

  @Query(() => [Ruling], {
    description: 'Rulings on many practices, one each in the order asked, at one moment.',
  })
  rulings(@Args(() => RulingsArgs, UNVALIDATED) asked: RulingsArgs, @Ctx() context: Context) {
    return askRulings(context, asked.practices, asked)
  }

  @FieldResolver(() => RulingCounts, {
    complexity: COUNT_COST,
    description: 'How many open practices of the region are permitted, and how many refused.',
  })
  rulingCounts(
    @Root() { code }: Region,
    @Args(() => CountArgs) { activity, programme, at }: CountArgs,
    @Ctx() context: Context,
  ): RulingCounts {
    const ruler = mustFindRuler(context, programme)
    const asked = { activity, classification: null, atMs: momentAsked(context, at) }
    const practices = practicesIn(context.register, code, asked.atMs)
    const permits = ({ odsCode }: { odsCode: string }) =>
      !context.registerIsStale && ruler.rule(odsCode, asked)?.answer.outcome === 'PERMIT'
    const permitted = practices.filter(permits).length
    return { permitted, refused: practices.length - permitted }
  }
}

@Resolver(() => Practice)
export class PracticeRulingResolver {
  @FieldResolver(() => Ruling, {
    nullable: true,
    description:
      'May it do this, now or then? Null behind a gateway alone, where the practice is unknown ' +
      'to Holdfast or not for this caller; nothing is permitted then.',
  })
  ruling(
    @Root() { odsCode }: Practice,
    @Args(() => NestedQuestionArgs, UNVALIDATED) question: NestedQuestionArgs,
    @Ctx() context: Context,
  ) {
    return askRulings(context, [odsCode], question)[0]
  }
}

@Resolver(() => Ruling)
export class ReceiptResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A receipt to keep: a JSON Web Signature over what was asked and answered, by whom, when ' +
      'and by which register. It is verified with the keys at /.well-known/jwks.json. Null, with ' +
      'an error, where this Holdfast has no key.',
  })
  receipt(@Root() ruling: AskedRuling, @Ctx() { receipts }: Context): Promise<string> {
    return receipts.sign(receiptClaims(ruling))
  }
}
