import {
  coerceInputValue, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType,
  type GraphQLError, type GraphQLInputType, type VariableDefinitionNode,
} from 'graphql'
import { sayChoice } from './kernel/say-code.js'

/** A field of an input, and the rules that it breaks. What was sent is in neither. */
export interface BrokenField {
  readonly field: string
  readonly rules: readonly string[]
}

const RULES: Readonly<Record<string, string>> = {
  Int: 'must be a whole number from -2147483648 to 2147483647',
  SafeInt: 'must be a whole number from -9007199254740991 to 9007199254740991',
  Float: 'must be a number',
  String: 'must be a text',
  ID: 'must be a text or a whole number',
  Boolean: 'must be true or false',
  DateTime: 'must be a moment from 1900 on with its zone, such as 2010-04-16T09:00:00Z',
  Date: 'must be a day from 1900 on, such as 2010-04-16',
}

/** What a value of some type must be. */
export const ruleOf = (given: GraphQLInputType): string => {
  const type = getNullableType(given)
  if (isListType(type)) return 'must be a list'
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name)
    return `must be one of ${sayChoice(names)}`
  }
  if (isInputObjectType(type)) return `must be an object with the fields of ${type.name}`
  return RULES[type.name] ?? `must be a ${type.name}`
}

export const NOT_NULL = 'must be given, and not null'

/** The type that stands at a path in a value of some type. */
const typeAt = (root: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType =>
  path.reduce((above, step) => {
    const type = getNullableType(above)
    if (isListType(type)) return type.ofType
    return (isInputObjectType(type) && type.getFields()[step]?.type) || type
  }, root)

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Of an input object itself only two things can be wrong: a field missing, or one too many. */
const brokenObject = (path: string, type: GraphQLInputType, { message }: GraphQLError) => {
  const missing = /^Field "(\w+)" of required type/.exec(message)?.[1]
  if (missing) return { field: `${path}.${missing}`, rules: [NOT_NULL] }
  const named = getNullableType(type)
  const fields = isInputObjectType(named) ? Object.keys(named.getFields()) : []
  return { field: path, rules: [`must have no other fields than ${fields.join(', ')}`] }
}

/** Whoever sends a million wrong values is told of the first. */
const BROKEN_MAX = 50

/** What is wrong with the value of a variable, by field. */
const brokenIn = (name: string, type: GraphQLInputType, value: unknown): BrokenField[] => {
  const broken: BrokenField[] = []
  coerceInputValue(value, type, (path, wrong, error) => {
    if (broken.length === BROKEN_MAX) return
    const at = typeAt(type, path)
    const field = [name, ...path].join('.')
    if (isInputObjectType(getNullableType(at)) && isObject(wrong)) {
      broken.push(brokenObject(field, at, error))
    } else {
      const isNull = (wrong ?? null) === null && isNonNullType(at)
      broken.push({ field, rules: [isNull ? NOT_NULL : ruleOf(at)] })
    }
  })
  return broken
}

/** What is wrong with a variable as it was sent, or was not. */
export const brokenVariable = (
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  variables: Readonly<Record<string, unknown>>,
): BrokenField[] => {
  const name = variable.name.value
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (value !== undefined) return brokenIn(name, type, value)
  const isMissing = isNonNullType(type) && defaultValue === undefined
  return isMissing ? [{ field: name, rules: [NOT_NULL] }] : []
}
