import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { COMMANDS, type CommandName } from '../../api/kernel/mutations.js'
import type { Actor } from '../../api/kernel/actor.js'
import { buildSchema } from '../../api/schema.js'
import { openSmallEngland, PEOPLE, type Who } from '../access/who-sees-what.world.js'
import type { World } from '../world/world.js'
import { placesOf, requestOf } from './odd-texts.js'

const schema = buildSchema()
let world: World
beforeAll(async () => {
  world = await openSmallEngland()
})
afterAll(() => world.close())

const cursorOf = (...place: unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** No moment, though it is written like one. */
const NO_MOMENT = '2010-99-99T99:99:99.999Z'

/** Texts that some part of a programme takes otherwise than another does. */
const ODD: readonly string[] = [
  '\u0000', '\ud800', '', "'; --", '__proto__', '😀'.repeat(300), randomUUID(), '9'.repeat(40),
  cursorOf('\u0000', '\ud800'), cursorOf(1e300), cursorOf(0.5, -1),
  cursorOf(NO_MOMENT, randomUUID()), cursorOf('2010-02-30T00:00:00.000Z', randomUUID()),
]
/** What no database holds stands at every place by itself too. */
const UNSOUND = 'S-1\u0000\udc00'

const fieldsOf = (type: 'Query' | 'Mutation') =>
  Object.values((type === 'Query' ? schema.getQueryType() : schema.getMutationType())!.getFields())

const expectForeseen = async (
  operation: 'query' | 'mutation',
  field: ReturnType<typeof fieldsOf>[number],
  actors: readonly (Actor | null)[],
): Promise<void> => {
  const tried = [
    ...ODD.map((text) => ({ place: null, text })),
    ...placesOf(field).map((place) => ({ place, text: UNSOUND })),
  ]
  for (const actor of actors) {
    for (const each of tried) {
      const { source, variables } = requestOf(operation, field, each)
      const { errors } = await world.ask(source, variables, actor, randomUUID())
      const codes = errors.map(({ extensions }) => String(extensions?.code))
      // A request that is not of the schema would try nothing.
      const failed = codes.filter((code) => /^(INTERNAL|GRAPHQL_VALIDATION)/.test(code))
      expect({ ...each, failed }).toEqual({ ...each, failed: [] })
    }
  }
}

const takingTexts = (type: 'Query' | 'Mutation') =>
  fieldsOf(type).map((field) => [field.name, field] as const)

const READERS: readonly Who[] = ['PROGRAMME_ADMIN', 'PARTNER']

test.each(takingTexts('Query'))('no text makes %s fail', (_, field) =>
  expectForeseen('query', field, READERS.map((who) => PEOPLE[who])),
)

test.each(takingTexts('Mutation'))('no text makes %s fail', (name, field) => {
  const roles: readonly string[] = COMMANDS[name as CommandName].roles
  const actors = (Object.keys(PEOPLE) as Who[]).filter((who) => roles.includes(who))
  return expectForeseen('mutation', field, actors.slice(0, 1).map((who) => PEOPLE[who]))
})
