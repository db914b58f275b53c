import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { assurance } from '../assurances/story.js'
import { give, programme } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies')
  await programme(world)
})
afterAll(() => world.close())

const TERMS = { noticeDaysMin: 0, validitySecondsMax: 60 }
const CONSULTATION = {
  programme: 'SCR', audience: 'PRACTICES', regions: ['5HQ'], closesOn: '2030-01-01',
}
const NAMED: [string, string, (text: string) => Record<string, unknown>][] = [
  ['recordOrganisation', 'name', (name) => ({ code: 'ZZ9', name })],
  ['recordRegion', 'name', (name) => ({ code: 'ZZ9', name, kind: 'OTHER', parents: [] })],
  ['recordPractice', 'name', (name) => ({
    odsCode: 'P99999', name, memberships: [], suppliers: [],
  })],
  ['createProgramme', 'name', (name) => ({ code: 'ZZ', name, ...TERMS, obligations: [] })],
  ['createProgramme', 'obligations.0.text', (text) => ({
    code: 'ZZ', name: 'Z', ...TERMS, obligations: [{ code: 'SOME', text }],
  })],
  ['setPurdah', 'name', (name) => ({ code: 'SOME', name, from: '2020-01-01T00:00:00Z' })],
  ['openConsultation', 'title', (title) => ({ ...CONSULTATION, title })],
]

test.each(NAMED)('%s takes no blank %s', async (command, _, inputOf) => {
  for (const blank of ['', ' ', '\u3000']) {
    const { code, errors } = await give(world, command, inputOf(blank))
    expect(code).toBe('INVALID_INPUT')
    expect(errors[0]?.message).toMatch(/must say something/)
  }
})

test.each(NAMED.filter(([, field]) => !field.endsWith('text')))(
  '%s takes a %s of 200 characters, and no longer one',
  async (command, _, inputOf) => {
    expect((await give(world, command, inputOf('x'.repeat(201)))).code).toBe('INVALID_INPUT')
    expect((await give(world, command, inputOf('x'.repeat(200)))).code).toBeNull()
  },
)

test.each(['channel', 'reportedBy'])('an assurance has no blank %s', async (field) => {
  const blank = { wording: 'AS_REPORTED', reportedBy: 'Pulse', [field]: ' ' }
  await expect(assurance(world, blank)).rejects.toThrow(/must say something/)
})
