import {
  Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import { momentAsked, mustBeOneOf, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { numberOf } from '../access/numbered.js'
import { maySee } from '../access/row-scope.js'
import { WRITTEN_COST, writtenIn } from '../access/written.js'
import type { Actor } from '../kernel/actor.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { Matter, Party } from '../kernel/vocabulary.js'
import { belongsTo } from '../regions/members.js'
import { Practice } from '../regions/practice.entity.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import type { AgreementFact } from '../register/facts.js'
import { Agreement } from './agreement.entity.js'
import { agreementsOf } from './agreements-of.js'
import { recordAgreement, RecordAgreementInput } from './record-agreement.command.js'
import { withdrawAgreement, WithdrawAgreementInput } from './withdraw-agreement.command.js'

/** Suppliers serve a practice; what it agrees to is not theirs to read. */
const READERS: readonly Actor['role'][] = [
  'PRACTICE', 'REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN', 'AUDITOR',
]

const AgreementConnection = connectionOf(Agreement, 'Agreement')
const AgreementChange = changeOf(Agreement, 'Agreement')
const orders = ordersOf<AgreementFact>('Agreement', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  PRACTICE: { description: 'ODS code of the practice.', by: ({ practice }) => practice },
  GIVEN_AT: { description: 'When it was given.', by: ({ givenAt }) => givenAt },
})

@InputType({ description: 'Which agreements are wanted.' })
class AgreementFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, { nullable: true, description: 'ODS code of their practice.' })
  practice?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a region that their practice belongs to then.',
  })
  region?: string | null

  @Field(() => Party, { nullable: true, description: 'Who agreed.' })
  party?: Party | null

  @Field(() => Matter, { nullable: true, description: 'What was agreed.' })
  matter?: Matter | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they stand then.' })
  standing?: boolean | null
}

@ArgsType()
class OfProgrammeArgs {
  @Field(() => ID, { defaultValue: 'SCR', description: 'Code of the programme.' })
  programme!: string
}

const stands = ({ givenAt, withdrawnAt }: AgreementFact, atMs: number): boolean =>
  toMs(givenAt) <= atMs && (withdrawnAt === null || atMs < toMs(withdrawnAt))

const isVisible = ({ registerNow, actor, clock }: Context, practice: string): boolean =>
  actor !== null &&
  READERS.includes(actor.role) &&
  maySee(actor, registerNow, mustFind(registerNow, 'practice', practice), clock.nowMs())

const liesIn = ({ register }: Context, practice: string, region: string, atMs: number): boolean =>
  belongsTo(register, mustFind(register, 'practice', practice), region, atMs)

const isWanted = (
  context: Context,
  agreement: AgreementFact,
  { programme, practice, region, party, matter, standing }: AgreementFilter,
  atMs: number,
): boolean =>
  (!programme || agreement.programme === programme) &&
  (!practice || agreement.practice === practice) &&
  (!region || liesIn(context, agreement.practice, region, atMs)) &&
  (!party || agreement.party === party) &&
  (!matter || agreement.matter === matter) &&
  (standing ?? stands(agreement, atMs)) === stands(agreement, atMs)

const writingOf = (context: Context, key: string, version: number, at: Moment) =>
  writtenIn(context, { table: 'agreement', key, version, at })

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description: 'An agreement by its id; null where it is unknown, or not for this caller.',
  })
  agreement(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, READERS)
    const agreement = context.register.get('agreement', id)
    return agreement && isVisible(context, agreement.practice) ? agreement : null
  }

  @Query(() => AgreementConnection, { description: 'The agreements that the caller may see.' })
  agreements(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => AgreementFilter) filter: AgreementFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, READERS)
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('agreement')].filter(
      (agreement) =>
        isWanted(context, agreement, filter ?? {}, atMs) && isVisible(context, agreement.practice),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: Agreement, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => ID, { description: 'ODS code of the practice that it is given for.' })
  practiceCode(@Root() { practice }: Agreement) {
    return practice
  }

  @FieldResolver(() => Practice, {
    nullable: true,
    description: 'The practice that it is given for; null where it is not for this caller.',
  })
  practice(@Root() { practice }: Agreement, @Ctx() context: Context) {
    return isVisible(context, practice) ? mustFind(context.register, 'practice', practice) : null
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The PCT that agreed; null where the practice did.',
  })
  region(@Root() { region }: Agreement, @Ctx() { register }: Context) {
    return region === null ? null : mustFind(register, 'region', region)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was given; null in a preview, where that is not written yet.',
    complexity: WRITTEN_COST,
  })
  async reason(@Root() { id, givenAt }: Agreement, @Ctx() context: Context) {
    return (await writingOf(context, id, 1, givenAt))?.reason ?? null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was withdrawn; null unless it was.',
    complexity: WRITTEN_COST,
  })
  async withdrawalReason(
    @Root() { id, version, withdrawnAt }: Agreement,
    @Ctx() context: Context,
  ) {
    return withdrawnAt && ((await writingOf(context, id, version, withdrawnAt))?.reason ?? null)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it stands at a moment.' })
  standing(@Root() root: Agreement, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return stands(root, momentAsked(context, at))
  }
}

@Resolver(() => Practice)
export class PracticeAgreementsResolver {
  @FieldResolver(() => [Agreement], {
    nullable: true,
    description: 'What was agreed for it, in order of time; null where not for this caller.',
  })
  agreements(
    @Root() { odsCode }: Practice,
    @Args(() => OfProgrammeArgs) { programme }: OfProgrammeArgs,
    @Ctx() context: Context,
  ) {
    if (!isVisible(context, odsCode)) return null
    return agreementsOf(context.register, odsCode)
      .filter((agreement) => agreement.programme === programme)
      .sort((a, b) => numberOf(a.id) - numberOf(b.id))
  }
}

/** The commands about them. */
export const agreementMutations = [
  mutationOf(AgreementChange, recordAgreement, RecordAgreementInput),
  mutationOf(AgreementChange, withdrawAgreement, WithdrawAgreementInput),
]
