import { Arg, ID, type ClassType } from 'type-graphql'
import { GraphQLMoment } from './scalars.js'

type Decorator = ReturnType<typeof Arg>

/** The arguments that every list and every mutation has, described once. */
export const FilterArg = (type: () => ClassType): Decorator =>
  Arg('filter', type, { nullable: true, description: 'Which are wanted; all if it is left out.' })

export const OrderArg = (type: () => ClassType): Decorator =>
  Arg('orderBy', type, { nullable: true, description: 'How they are sorted.' })

export const InputArg = (type: () => ClassType): Decorator =>
  Arg('input', type, { description: 'What is to change, and why.' })

export const PreviewArg = (): Decorator =>
  Arg('preview', () => Boolean, {
    defaultValue: false,
    description: 'Whether only to tell what the change would turn. Nothing is changed then.',
  })

/** What `knownAt` asks for, wherever it is asked. */
export const KNOWN_AT =
  'The moment as known at which all is answered, nested fields too; as known now where it is ' +
  'left out. Every field of a query has to name the same.'

/** As known at which moment one thing is asked for. The request’s register follows it. */
export const KnownAtArg = (): Decorator =>
  Arg('knownAt', () => GraphQLMoment, { nullable: true, description: KNOWN_AT })

/** What names one thing: its code or id. */
export const KeyArg = (name: 'id' | 'code' | 'odsCode' | 'practice'): Decorator =>
  Arg(name, () => ID, { description: 'What names it.' })
