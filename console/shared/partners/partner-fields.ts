import { askText } from '../../graphql/ask.js'

/** A type that partners add to, and how one thing of it is asked for. */
export type Extended = keyof typeof KNOWN_FIELDS

const ASK = { Practice: 'practice(odsCode: $key)', Region: 'region(code: $key)' } as const

interface Type {
  readonly kind: string
  readonly name: string | null
  readonly fields?: readonly Field[] | null
  readonly ofType?: Type | null
}

interface Field {
  readonly name: string
  readonly description: string | null
  readonly type: Type
  readonly args: readonly { readonly defaultValue: string | null; readonly type: Type }[]
}

/** What a partner adds to a type: a field, or an object of fields. */
export interface PartnerField {
  readonly name: string
  readonly description: string | null
  /** The scalar or enum that it is made of; null for an object. */
  readonly leaf: { readonly kind: string; readonly name: string | null } | null
  /** What an object is made of; nothing for others. */
  readonly parts: readonly PartnerField[]
}

const INTROSPECTION = `
  query FieldsThere($type: String!) {
    __type(name: $type) {
      fields {
        name description args { defaultValue type { kind name } }
        type { ...Known ofType { ...Known ofType { ...Known ofType { ...Known } } } }
      }
    }
  }
  fragment Known on __Type {
    kind name
    fields {
      name description args { defaultValue type { kind name } }
      type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
    }
  }
`

/** What stands in lists and behind "must not be null". */
const namedIn = (type: Type): Type => (type.ofType ? namedIn(type.ofType) : type)

const isLeaf = ({ kind }: Type): boolean => kind === 'SCALAR' || kind === 'ENUM'

const asksForNothing = ({ args }: Field): boolean =>
  args.every(({ defaultValue, type }) => type.kind !== 'NON_NULL' || defaultValue !== null)

const leafOf = ({ name, description, type }: Field): PartnerField => {
  const leaf = namedIn(type)
  return { name, description, leaf: { kind: leaf.kind, name: leaf.name }, parts: [] }
}

/** A field as it can be shown: a leaf, or an object of leaves alone; nothing for any other. */
const shownOf = (field: Field): readonly PartnerField[] => {
  if (!asksForNothing(field)) return []
  const type = namedIn(field.type)
  if (isLeaf(type)) return [leafOf(field)]
  const parts = type.fields ?? []
  const isFlat = parts.every((part) => isLeaf(namedIn(part.type)) && asksForNothing(part))
  if (type.kind !== 'OBJECT' || parts.length === 0 || !isFlat) return []
  const { name, description } = field
  return [{ name, description, leaf: null, parts: parts.map(leafOf) }]
}

interface Introspected {
  readonly __type: { readonly fields: readonly Field[] } | null
}

/** What partners add to a type, by the word of whoever answers: an API, or a gateway before it. */
export const partnerFieldsOf = async (type: Extended): Promise<readonly PartnerField[]> => {
  const { __type: there } = (await askText(INTROSPECTION, { type })) as Introspected
  const known = new Set(KNOWN_FIELDS[type])
  return (there?.fields ?? []).filter(({ name }) => !known.has(name)).flatMap(shownOf)
}

const selectionOf = ({ name, parts }: PartnerField): string =>
  parts.length > 0 ? `${name} { ${parts.map(selectionOf).join(' ')} }` : name

/** What partners say of one thing; null where there is no such thing. */
export const askPartners = async (
  { type, key }: { type: Extended; key: string },
  fields: readonly PartnerField[],
): Promise<Readonly<Record<string, unknown>> | null> => {
  const query = `
    query FromPartners($key: ID!) { thing: ${ASK[type]} { ${fields.map(selectionOf).join(' ')} } }
  `
  const { thing } = (await askText(query, { key })) as { thing: Record<string, unknown> | null }
  return thing
}
