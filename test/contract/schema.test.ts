import { expect, test } from '@jest/globals'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { COMMANDS, isInternal, isOwnAffair, type CommandName } from '../../api/kernel/mutations.js'
import { buildSchema } from '../../api/schema.js'

const schema = buildSchema()
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

/** Every type, field, argument and value of the schema, with its description. */
const described = (): [string, string | null | undefined][] =>
  types.flatMap((type): [string, string | null | undefined][] => {
    const own: [string, string | null | undefined] = [type.name, type.description]
    if (isEnumType(type)) {
      return [own, ...type.getValues().map((v) => [`${type.name}.${v.name}`, v.description] as const)]
        .map(([name, text]) => [name, text])
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => [
        [`${type.name}.${field.name}`, field.description] as const,
        ...('args' in field ? field.args : []).map(
          ({ name, description }: { name: string; description?: string | null }) =>
            [`${type.name}.${field.name}(${name})`, description] as const,
        ),
      ])
      return [own, ...fields].map(([name, text]) => [name, text])
    }
    return [own]
  })


test('everything in the schema says what it is', () => {
  const silent = described()
    .filter(([, text]) => !text)
    .map(([name]) => name)
  expect(silent).toEqual([])
})

/** Ids that tell things apart within their own type alone, and `node` does not know. */
const OTHER_IDS = [
  'Condition', 'RefusedAttempt', 'UploadReport', 'Webhook', 'WebhookDelivery',
]

test('what has an id is a node, so that a client may ask for it again', () => {
  const withId = types.filter((type) => isObjectType(type) && 'id' in type.getFields())
  const nodes = withId.filter((type) => isObjectType(type) && type.getInterfaces().length > 0)
  const others = withId.filter((type) => !nodes.includes(type) && !/Answer$/.test(type.name))
  expect(others.map(({ name }) => name).sort()).toEqual(OTHER_IDS)
  expect(nodes).toHaveLength(15)
})

/**
 * Reports of uploads are kept whatever they turn: they are no change, but for what follows. Nor is
 * what a client does for itself.
 */
const changes = () =>
  Object.values(schema.getMutationType()!.getFields()).filter(
    ({ name }) => name !== 'reportUploads' && !isOwnAffair(name as CommandName),
  )

test('every mutation is a command of the table, and takes one input and a preview', () => {
  const mutations = changes()
  for (const mutation of mutations) {
    expect(Object.keys(COMMANDS)).toContain(mutation.name)
    expect(mutation.args.map(({ name }) => name).sort()).toEqual(['input', 'preview'])
    const given = mutation.args.find(({ name }) => name === 'input')!
    const input = schema.getType(given.type.toString().replace('!', ''))
    expect(isInputObjectType(input) && String(input.getFields().reason?.type)).toBe('String!')
  }
})

test('every command that a token may give is a mutation, but for the import', () => {
  const mutations = Object.keys(schema.getMutationType()!.getFields())
  const forTokens = (Object.keys(COMMANDS) as CommandName[]).filter(
    (name) => !isInternal(name) && COMMANDS[name].roles.some((role) => role !== 'OPERATOR'),
  )
  expect([...mutations, 'importOrganisations'].sort()).toEqual(forTokens.sort())
})

test('every mutation answers what became of it and the thing itself', () => {
  for (const mutation of changes()) {
    const type = schema.getType(mutation.type.toString().replace('!', ''))
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    expect(fields).toEqual(expect.arrayContaining(['status', 'effect', 'proposal']))
    expect(fields).toHaveLength(mutation.name.endsWith('Proposal') ? 3 : 4)
  }
})
