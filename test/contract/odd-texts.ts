import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isObjectType,
  isRequiredArgument, isScalarType, type GraphQLArgument, type GraphQLField,
  type GraphQLInputType, type GraphQLOutputType,
} from 'graphql'

/** What a text of each name may be, so that one odd text beside it is looked at at all. */
const SOUND: Readonly<Record<string, string>> = {
  programme: 'SCR', practice: 'P82001', practices: 'P82001', odsCode: 'P82001', region: '5HQ',
  regions: '5HQ', suspension: 'S-1', organisation: 'DH', organisations: 'DH', reason: 'To see.',
  signatories: 'DH', condition: 'c1', url: 'https://hooks.example/', supplier: 'EMIS',
}
const OF_TYPE: Readonly<Record<string, unknown>> = {
  Int: 1, SafeInt: 1, Float: 1, Boolean: false, DateTime: '2010-04-20T09:00:00Z',
  Date: '2010-04-20', String: 'S-1', ID: 'S-1',
}

const isText = (type: GraphQLInputType): boolean =>
  isScalarType(type) && (type.name === 'String' || type.name === 'ID')

/** Which place of the arguments has the odd text: its path, or all of them. */
export type Place = string | null

/** A value of a type that is of the right form, with a text where it is wanted. */
const valueOf = (
  given: GraphQLInputType,
  { path, place, text }: { path: string; place: Place; text: string },
): unknown => {
  const type = getNullableType(given)
  if (isListType(type)) return [valueOf(type.ofType, { path, place, text })]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(({ name, type: of }) => [
      name, valueOf(of, { path: `${path}.${name}`, place, text }),
    ])
    return Object.fromEntries(fields)
  }
  if (isText(type) && (place === null || place === path)) return text
  if (!isText(type)) return OF_TYPE[type.name] ?? {}
  return SOUND[path.split('.').at(-1) ?? ''] ?? OF_TYPE[type.name]
}

/** Where texts of a caller stand in a value. */
const textsIn = (given: GraphQLInputType, path: string): string[] => {
  const type = getNullableType(given)
  if (isListType(type)) return textsIn(type.ofType, path)
  if (isText(type)) return [path]
  if (!isInputObjectType(type)) return []
  return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
    textsIn(of, `${path}.${name}`),
  )
}

type Field = GraphQLField<unknown, unknown>

/** GraphQL's way to write a value in a query. */
const literalOf = (value: unknown, given: GraphQLInputType): string => {
  const type = getNullableType(given)
  if (isListType(type)) {
    return `[${(value as unknown[]).map((each) => literalOf(each, type.ofType)).join(', ')}]`
  }
  if (isEnumType(type)) return String(value)
  if (!isInputObjectType(type)) return JSON.stringify(value)
  const fields = Object.entries(value as object).map(([name, each]) => {
    const of = type.getFields()[name]
    return `${name}: ${of ? literalOf(each, of.type) : 'null'}`
  })
  return `{ ${fields.join(', ')} }`
}

const takesText = ({ args }: Field): boolean =>
  args.some(({ name, type }) => textsIn(type, name).length > 0)

/** What is asked of an answer: of lists their content, and each field that takes a text itself. */
const selectionOf = (of: GraphQLOutputType, text: string, depth: number): string => {
  const type = getNamedType(of)
  if (!isObjectType(type)) return isScalarType(type) || isEnumType(type) ? '' : '{ __typename }'
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.name === 'totalCount') return ['totalCount']
    const inner = ['edges', 'node'].includes(field.name) || (depth < 1 && takesText(field))
    return inner ? [askOf(field, text, depth + (takesText(field) ? 1 : 0))] : []
  })
  return `{ ${['__typename', ...fields].join(' ')} }`
}

const askOf = (field: Field, text: string, depth: number): string => {
  const wanted = ({ name, type }: GraphQLArgument): boolean => textsIn(type, name).length > 0
  const given = field.args
    .filter((argument) => isRequiredArgument(argument) || wanted(argument))
    .map(({ name, type }) => {
      const value = valueOf(type, { path: name, place: null, text })
      return `${name}: ${literalOf(value, type)}`
    })
  const args = given.length > 0 ? `(${given.join(', ')})` : ''
  return `${field.name}${args} ${selectionOf(field.type, text, depth)}`
}

/** Every place of a field's arguments where a text may stand. */
export const placesOf = ({ args }: Field): string[] =>
  args.flatMap(({ name, type }) => textsIn(type, name))

/** The request that has a text at one place of a field's arguments, or at all of them. */
export const requestOf = (
  operation: 'query' | 'mutation',
  field: Field,
  { place, text }: { place: Place; text: string },
) => {
  const touched = (name: string): boolean =>
    place === null || place === name || place.startsWith(`${name}.`)
  const args = field.args.filter(
    (argument) => isRequiredArgument(argument) || touched(argument.name),
  )
  const variables = Object.fromEntries(
    args.map(({ name, type }) => [name, valueOf(type, { path: name, place, text })]),
  )
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const head = declared ? `${operation} (${declared})` : operation
  const call = passed ? `${field.name}(${passed})` : field.name
  return { source: `${head} { ${call} ${selectionOf(field.type, text, 0)} }`, variables }
}
