import {
  getNamedType, isCompositeType, isInputObjectType, isListType, isNonNullType, isObjectType,
  isInterfaceType, Kind,
  valueFromASTUntyped, type FieldNode, type FragmentDefinitionNode, type GraphQLArgument,
  type GraphQLField, type GraphQLNamedType, type GraphQLSchema,
  type GraphQLType, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { PAGE_MAX } from '../access/connection.js'

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>
export type Variables = Readonly<Record<string, unknown>>

/** A page is cut from a whole list, which is sorted for it. */
const LIST_COST = 5_000
/** The whole schema takes some milliseconds. */
const INTROSPECTION_COST = 40_000
/** Lists that are no pages are short: reasons, obligations, memberships. */
const SHORT_LIST = 2

const isList = (type: GraphQLType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type)

/** The argument that says how much a field answers: `first`, or what is asked about one by one. */
const sizeArgumentOf = ({ args, type }: GraphQLField<unknown, unknown>) =>
  args.find(({ name }) => name === 'first') ??
  (isList(type) ? args.find((arg) => isNonNullType(arg.type) && isList(arg.type)) : undefined)

const holdsVariable = (value: ValueNode): boolean => {
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable)
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => holdsVariable(field.value))
  return value.kind === Kind.VARIABLE
}

/** What the fields of a filter cost that say so in their `complexity`, by their names. */
const costsOfFilter = ({ type }: GraphQLArgument): (readonly [string, number])[] => {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return []
  return Object.values(named.getFields()).flatMap(({ name, extensions: { complexity } }) =>
    typeof complexity === 'number' ? [[name, complexity] as const] : [],
  )
}

/** How many are asked for; what is of the wrong form is refused elsewhere. */
const sizeFrom = (size: unknown): number => {
  if (Array.isArray(size)) return size.length
  return typeof size === 'number' ? Math.min(Math.max(size, 0), PAGE_MAX) : 1
}

/** What a field costs by itself: a count over many practices says so in its `complexity`. */
const ownCostOf = ({ extensions }: GraphQLField<unknown, unknown>, isPage: boolean): number => {
  const { complexity } = extensions
  if (typeof complexity === 'number') return complexity
  return isPage ? LIST_COST : 1
}

/** One operation, counted with the values of its variables. Each fragment is counted once. */
class Count {
  private readonly fragmentCosts = new Map<string, number>()
  /** Whether a variable says how much is asked for: with other values it costs something else. */
  dependsOnVariables = false

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Variables,
  ) {}

  ofSet(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): number {
    let cost = 0
    for (const selection of set?.selections ?? []) cost += this.ofSelection(selection, type)
    return cost
  }

  private ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined): number {
    if (selection.kind === Kind.FIELD) return this.ofField(selection, type)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value)
    const condition = selection.typeCondition?.name.value
    const inner = condition === undefined ? type : this.schema.getType(condition)
    return this.ofSet(selection.selectionSet, inner)
  }

  private ofFragment(name: string): number {
    const known = this.fragmentCosts.get(name)
    if (known !== undefined) return known
    const fragment = this.fragments.get(name)
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value)
    const cost = this.ofSet(fragment?.selectionSet, type)
    this.fragmentCosts.set(name, cost)
    return cost
  }

  private ofField(node: FieldNode, type: GraphQLNamedType | undefined): number {
    const name = node.name.value
    if (name === '__typename') return 1
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (!field) return INTROSPECTION_COST
    const argument = sizeArgumentOf(field)
    const own = ownCostOf(field, argument?.name === 'first') + this.ofFilters(field, node)
    if (!isCompositeType(getNamedType(field.type))) return own
    const each = this.ofSet(node.selectionSet, getNamedType(field.type))
    return own + each * (argument ? this.sizeOf(argument, node) : lengthOf(field, name))
  }

  /** What is worked out for all of a list, to find those that are wanted. */
  private ofFilters({ args }: GraphQLField<unknown, unknown>, node: FieldNode): number {
    let cost = 0
    for (const argument of args) {
      const costs = costsOfFilter(argument)
      if (costs.length === 0) continue
      const given = (this.givenTo(argument, node) ?? {}) as Readonly<Record<string, unknown>>
      for (const [name, each] of costs) cost += (given[name] ?? null) === null ? 0 : each
    }
    return cost
  }

  private sizeOf(argument: GraphQLArgument, node: FieldNode): number {
    return sizeFrom(this.givenTo(argument, node) ?? argument.defaultValue)
  }

  /** What an argument is given, with the values of the variables; undefined where it is not. */
  private givenTo({ name }: GraphQLArgument, node: FieldNode): unknown {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value
    if (!given) return undefined
    this.dependsOnVariables ||= holdsVariable(given)
    return valueFromASTUntyped(given, this.variables)
  }
}

// The edges of a page are as many as the page has: they were counted there.
const lengthOf = ({ type }: GraphQLField<unknown, unknown>, name: string): number =>
  isList(type) && name !== 'edges' ? SHORT_LIST : 1

const withDefaults = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): Variables => ({
  ...Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  ),
  ...variables,
})

/**
 * How much an operation asks for, about the number of fields that may come to be answered: a page
 * of 200 counts its fields 200 times. The document has to be valid.
 */
export const costOf = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): { readonly cost: number; readonly dependsOnVariables: boolean } => {
  const count = new Count(schema, fragments, withDefaults(operation, variables))
  const root = schema.getRootType(operation.operation) ?? undefined
  const cost = count.ofSet(operation.selectionSet, root)
  return { cost, dependsOnVariables: count.dependsOnVariables }
}
