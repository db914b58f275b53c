import { Arg, ID, type ClassType } from 'type-graphql'

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

/** What names one thing: its code or id. */
export const KeyArg = (name: 'id' | 'code' | 'odsCode' | 'practice'): Decorator =>
  Arg(name, () => ID, { description: 'What names it.' })
