import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { getMetadataStorage } from 'class-validator'
import { beyondSigned } from '../../api/changes/proposal.decision.js'
import * as vocabulary from '../../api/kernel/vocabulary.js'
import { sayCode } from '../../api/kernel/say-code.js'
import { sayPlainly } from '../../api/access/plain-rules.js'
import type { ProposalFact } from '../../api/register/facts.js'
import { buildSchema } from '../../api/schema.js'
import { give } from '../world/story.js'
import { leadOf, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
})
afterAll(() => world.close())

/** What each rule of each input says to whoever breaks it, before a value is put in. */
const ruleTexts = (): string[] => {
  buildSchema()
  const storage = getMetadataStorage()
  const rules = [...(storage as any).validationMetadatas.values()].flat()
  return rules
    .filter(({ type }) => type === 'customValidation')
    .map(({ message, constraints, constraintCls, propertyName }) => {
      const said = message ?? new constraintCls().defaultMessage({ constraints })
      return sayPlainly(
        String(said)
          .replace('$property', propertyName)
          .replace(/\$constraint(\d)/g, (_, place) => constraints[Number(place) - 1]),
      )
    })
}

test('no rule of an input shows a pattern, or speaks as the library does', () => {
  const texts = ruleTexts()
  expect(texts.length).toBeGreaterThan(80)
  expect(texts.filter((text) => /\/|regular|elements|integer|less than|greater than/.test(
    text.replace('BMA/GPC', ''),
  ))).toEqual([])
})

test.each([
  ['recordRegion', { code: '5hq', name: 'X', kind: 'PCT', parents: [] },
    'three to six capitals and digits, such as Q36 or 5HQ'],
  ['recordOrganisation', { code: 'bma', name: 'BMA' }, 'such as DH or BMA/GPC'],
  ['createProgramme', {
    code: 'scr', name: 'S', noticeDaysMin: 1, validitySecondsMax: 1, obligations: [],
  }, 'at most 32 capitals, digits and underscores, beginning with a capital, such as SCR'],
  ['setPurdah', { code: 'general 2010', name: 'X', from: '2010-04-06T00:00:00Z' },
    'such as GENERAL-2010'],
])('%s says what a code looks like', async (name, input, words) => {
  const { code, errors } = await give(world, name, input)
  expect(code).toBe('INVALID_INPUT')
  expect(errors[0]?.message).toMatch(/^Something in the input is wrong: code must be /)
  expect(errors[0]?.message).toContain(words)
})

test('a code of a region is taken from three characters up to six', async () => {
  const codeOf = async (code: string) =>
    (await give(world, 'recordRegion', { code, name: 'X', kind: 'PCT', parents: [] })).code
  const few = [await codeOf('5X'), await codeOf('5XY')]
  const many = [await codeOf('5XYZAB'), await codeOf('5XYZABC')]
  expect([...few, ...many]).toEqual(['INVALID_INPUT', null, null, 'INVALID_INPUT'])
})

const CODES = Object.values(vocabulary)
  .flatMap((values) => (values instanceof RegExp ? [] : Object.keys(values)))
  .filter((code) => code.includes('_'))

test('a code of a vocabulary, and a command, are said in words', () => {
  expect(CODES.map(sayCode).filter((words) => /[_A-Z]/.test(words))).toEqual([])
  expect(sayCode('liftSuspension')).toBe('lift suspension')
})

test.each([
  ['recordRegion', { code: '5XX', name: 'X', kind: 'PCT', parents: [] }, leadOf('Q36'),
    'The role regional lead may not give the command “record region”.'],
  ['planRollout', { programme: 'SCR', region: '5HQ', classification: 'STANDARD' }, null,
    'The command “plan rollout” needs a bearer token; the request brought none.'],
])('%s of somebody else is refused in words', async (name, input, actor, message) => {
  const { errors } = await give(world, name, input, actor)
  expect(errors[0]?.message).toBe(message)
})

test('a code that is taken is told as what it is, with the version to edit', async () => {
  const { code, errors } = await give(world, 'recordOrganisation', { code: 'DH', name: 'DH' })
  expect(code).toBe('ALREADY_EXISTS')
  expect(errors[0]?.message).toBe(
    'The organisation DH is there already. To edit it, name its version, 1.',
  )
})

test('what may be chosen from is told with its field, and once', async () => {
  const input = { code: '5XX', name: 'X', kind: 'VILLAGE', parents: [] }
  const { errors } = await give(world, 'recordRegion', input)
  expect(errors.map(({ message }) => message)).toEqual([
    'Something in the variables is wrong: input.kind must be one of COUNTRY, SHA, PCT or OTHER.',
  ])
})

const TURN = {
  programme: 'SCR', activity: 'UPLOAD', practices: ['P84001'],
  from: '2010-05-11T18:00:00.000Z', until: null,
} as const
const NOTHING: Partial<ProposalFact> = { turns: [], weakens: [] }

test.each([
  ['PERMITTED', null, 'permit'],
  ['NO_LONGER_HELD', 'S-1', 'no longer let suspension S-1 hold'],
  ['CONDITION_MET', 'S-1', 'meet a condition of suspension S-1 for'],
  ['HELD_BY_NONE', null, 'let no suspension hold'],
  ['HELD_ALONE', null, 'leave nothing but suspensions to refuse'],
] as const)('what goes beyond what was signed is told in words: %s', (turn, suspension, words) => {
  const now = { turns: [{ ...TURN, turn, suspension }], weakens: [], needs: null }
  expect(beyondSigned(now, NOTHING as ProposalFact)).toBe(
    `By now it would also ${words} uploading records (SCR) at P84001, ` +
      'from 11 May 2010 at 7pm BST for good.',
  )
  const signed = { ...NOTHING, turns: now.turns } as Partial<ProposalFact> as ProposalFact
  expect(beyondSigned(now, signed)).toBeNull()
})
