import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isLeafType, isObjectType,
  isSpecifiedScalarType, type GraphQLArgument, type GraphQLEnumValue, type GraphQLField,
  type GraphQLInputField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql'

type Member = GraphQLField<unknown, unknown> | GraphQLInputField

const LIST = /^(\w+)(Connection|Edge)$/
const anchorOf = ({ name }: GraphQLNamedType): string =>
  LIST.test(name) ? 'lists' : name.toLowerCase()

/** A type as it is written, and where it is described. */
const linkTo = (member: Member | GraphQLArgument): string => {
  const named = getNamedType(member.type)
  const written = `\`${String(member.type)}\``
  return isSpecifiedScalarType(named) ? written : `[${written}](#${anchorOf(named)})`
}

const inCell = (text: string | null | undefined): string =>
  (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')

const said = ({ description, deprecationReason }: Member | GraphQLArgument | GraphQLEnumValue) =>
  inCell(deprecationReason ? `${description} **Deprecated:** ${deprecationReason}` : description)

const argumentOf = (argument: GraphQLArgument): string => {
  const usual = argument.defaultValue
  const left = usual === undefined ? '' : `, ${JSON.stringify(usual)} if left out`
  return `\`${argument.name}\` (${linkTo(argument)}${left}): ${said(argument)}`
}

/** Arguments that so many fields have in the same words are told once. */
const COMMON_MIN = 10

const commonArguments = (types: readonly GraphQLNamedType[]): ReadonlySet<string> => {
  const times = new Map<string, number>()
  const fields = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()))
  for (const told of fields.flatMap(({ args }) => args.map(argumentOf))) {
    times.set(told, (times.get(told) ?? 0) + 1)
  }
  return new Set([...times].filter(([, many]) => many >= COMMON_MIN).map(([told]) => told))
}

const rowOf = (member: Member, common: ReadonlySet<string>): string => {
  const given = 'args' in member ? member.args : []
  const own = given.map(argumentOf).filter((told) => !common.has(told))
  const usual = given.filter((each) => common.has(argumentOf(each)))
  const names = usual.map(({ name }) => `\`${name}\``).join(', ')
  const list = [...own, ...(names ? [`${names}: [as everywhere](#arguments)`] : [])]
  return `| \`${member.name}\` | ${linkTo(member)} | ${[said(member), ...list].join('<br>')} |`
}

const fieldsOf = (
  members: Readonly<Record<string, Member>>,
  common: ReadonlySet<string>,
): string => {
  const rows = Object.values(members).map((member) => rowOf(member, common))
  return ['| field | type | |', '|---|---|---|', ...rows].join('\n')
}

const valuesOf = (values: readonly GraphQLEnumValue[]): string =>
  ['| value | |', '|---|---|', ...values.map((each) => `| \`${each.name}\` | ${said(each)} |`)]
    .join('\n')

const bodyOf = (type: GraphQLNamedType, common: ReadonlySet<string>): string => {
  if (isEnumType(type)) return valuesOf(type.getValues())
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return fieldsOf(type.getFields(), common)
  }
  return ''
}

const sectionOf = (type: GraphQLNamedType, common: ReadonlySet<string>): string =>
  [`### ${type.name}`, inCell(type.description), bodyOf(type, common)]
    .filter(Boolean)
    .join('\n\n')

const LISTS = `## Lists

A list of some type is read in pages: a \`PracticeConnection\` has \`edges\`, each a \`PracticeEdge\`
with a \`cursor\` and the \`node\`; \`pageInfo\`, a [\`PageInfo\`](#pageinfo); and \`totalCount\`, how
many the whole list has for this caller. For the next page give the last cursor as \`after\`.

## Arguments

Many fields take these, with one meaning.`

/** What a client is answered with, and what it sends. */
const CHAPTERS: readonly (readonly [string, (type: GraphQLNamedType) => boolean])[] = [
  ['Types', (type) => isObjectType(type) || isInterfaceType(type)],
  ['Inputs', isInputObjectType],
  ['Enums and scalars', isLeafType],
]

const START = `# Reference

This page is written by \`npm run schema\`, from the same code as the schema. What codes an error
may have is in [errors](errors.md); where to begin, in [a partner’s first hour](first-hour.md).

## Operations`

/** The reference of a schema, as it is committed in `api/docs/reference.md`. */
export const referencePage = (schema: GraphQLSchema): string => {
  const isRoot = (type: GraphQLNamedType): boolean =>
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
      type as GraphQLObjectType,
    )
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !LIST.test(type.name) && !isSpecifiedScalarType(type),
  )
  const common = commonArguments(types)
  const tell = (wanted: readonly GraphQLNamedType[]): string[] =>
    wanted.map((type) => sectionOf(type, common))
  const chapters = CHAPTERS.flatMap(([title, isIn]) => [
    `## ${title}`,
    ...tell(types.filter((type) => isIn(type) && !isRoot(type))),
  ])
  const usual = [...common].sort().map((told) => `- ${told}`).join('\n')
  return `${[START, ...tell(types.filter(isRoot)), LISTS, usual, ...chapters].join('\n\n')}\n`
}
