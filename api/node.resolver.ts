import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { KnownAtArg } from './access/args.js'
import { mustBeKnown, type Context } from './access/context.js'
import { Node, type Named } from './access/node.js'
import { AssuranceResolver } from './assurances/assurance.resolver.js'
import { breachesSeenBy } from './breaches/seen-breaches.js'
import { ProposalResolver } from './changes/proposal.resolver.js'
import { AgreementResolver } from './consultations/agreement.resolver.js'
import type { Moment } from './kernel/moment.js'
import { PracticeResolver } from './regions/practice.resolver.js'
import { MailingResolver } from './rollouts/mailing.resolver.js'

/** Reads a thing by its key, as its own query does: null where it is not for the caller. */
type Read = (key: string, context: Context) => object | null | undefined | Promise<object | null>

const readBreach = async (id: string, context: Context): Promise<object | null> => {
  const sees = await breachesSeenBy(context)
  const breach = context.register.get('breach', id)
  return breach && sees(breach) ? breach : null
}

const readOrganisation = (code: string, context: Context) => {
  mustBeKnown(context)
  return context.register.get('organisation', code)
}

/** How a thing of each type is read. */
const READERS = {
  Agreement: (id, context) => new AgreementResolver().agreement(id, null, context),
  Assurance: (id, context) => new AssuranceResolver().assurance(id, null, context),
  Breach: readBreach,
  Consultation: (id, { register }) => register.get('consultation', id),
  Dispensation: (id, { register }) => register.get('dispensation', id),
  Mailing: (id, context) => new MailingResolver().mailing(id, null, context),
  Organisation: readOrganisation,
  Practice: (code, context) => new PracticeResolver().practice(code, null, context),
  Programme: (code, { register }) => register.get('programme', code),
  Proposal: (id, context) => new ProposalResolver().proposal(id, null, context),
  Purdah: (code, { register }) => register.get('purdah', code),
  Region: (code, { register }) => register.get('region', code),
  Rollout: (id, { register }) => register.get('rollout', id),
  SignOff: (id, { register }) => register.get('signoff', id),
  Suspension: (id, { register }) => register.get('suspension', id),
} satisfies Record<string, Read>
type TypeName = keyof typeof READERS

/** The letter of what the programme numbers. */
const TYPE_OF_LETTER: Readonly<Record<string, TypeName | undefined>> = {
  A: 'Assurance', B: 'Breach', C: 'Consultation', D: 'Dispensation', F: 'SignOff', G: 'Agreement',
  M: 'Mailing', P: 'Proposal', R: 'Rollout', S: 'Suspension',
}
const BY_CODE: readonly string[] = [
  'Organisation', 'Practice', 'Programme', 'Purdah', 'Region',
] satisfies TypeName[]

/** Of which type an id tells, and by what its own query knows it; null for what is no id. */
const typeAndKey = (id: string): readonly [TypeName, string] | null => {
  const letter = /^([A-Z])-\d+$/.exec(id)?.[1]
  const numbered = letter && TYPE_OF_LETTER[letter]
  if (numbered) return [numbered, id]
  const colon = id.indexOf(':')
  const type = id.slice(0, Math.max(colon, 0))
  return BY_CODE.includes(type) ? [type as TypeName, id.slice(colon + 1)] : null
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'A thing by its id among all things; null where its own query would answer null.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Its id, such as S-1 or Practice:A00001.' }) id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ): Promise<(Named & object) | null> {
    const found = typeAndKey(id)
    if (!found) return null
    const [type, key] = found
    const read: Read = READERS[type]
    const thing = await read(key, context)
    return thing ? { ...thing, __typename: type } : null
  }
}
