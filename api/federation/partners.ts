import { Kind, visit, type ASTNode, type DocumentNode } from 'graphql'

/** The tag of what a supplier's systems use: gateways can offer them that and no more. */
export const PARTNER = 'partner'

/** The root fields that a supplier's systems ask. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  Query: [
    'assurance', 'assurances', 'consultation', 'consultations', 'dispensation', 'dispensations',
    'ledgerHead', 'mailing', 'mailings', 'practice', 'practices', 'programmes', 'purdahs',
    'region', 'regions', 'rollout', 'rollouts', 'ruling', 'rulings', 'suspension', 'suspensions',
    'viewer',
  ],
  Mutation: ['reportUploads'],
}

/** Whether a root field is among what a supplier's systems use. */
export const isPartners = (type: string, field: string): boolean =>
  ASKED[type]?.includes(field) ?? false

/** The names of the types that some part of a schema names. */
const namedIn = (part: ASTNode): string[] => {
  const names: string[] = []
  visit(part, { NamedType: ({ name }) => void names.push(name.value) })
  return names
}

/** The names of all types that an answer to those fields, or what they are asked with, can hold. */
export const typesOfPartners = ({ definitions }: DocumentNode): ReadonlySet<string> => {
  const named = new Map<string, string[]>()
  const waiting: string[] = []
  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name) continue
    const type = definition.name.value
    named.set(type, namedIn(definition))
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const asked = definition.fields?.filter(({ name }) => isPartners(type, name.value)) ?? []
    waiting.push(...asked.flatMap(namedIn))
  }
  const found = new Set<string>()
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (found.has(type)) continue
    found.add(type)
    waiting.push(...(named.get(type) ?? []))
  }
  return found
}
