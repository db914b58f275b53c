import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { KnownAtArg } from './access/args.js'
import type { Context } from './access/context.js'
import { Node, type Named } from './access/node.js'
import { READERS, type Read } from './federation/readers.js'
import type { Moment } from './kernel/moment.js'

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
