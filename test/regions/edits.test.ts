import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { done, give, mailing, practice, programme, reasons, rollout } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
})
afterAll(() => world.close())

const practiceInput = {
  odsCode: 'P82001', name: 'Practice', memberships: [{ region: '5HQ' }], suppliers: [],
}

test.each([
  ['recordPractice', practiceInput, 'an unknown region', { memberships: [{ region: 'NO' }] }],
  ['recordRegion', { code: '5XX', name: 'X', kind: 'PCT', parents: [] }, 'an unknown parent', {
    parents: [{ region: 'NO' }],
  }],
])('%s refuses %s', async (name, input, _, wrong) => {
  const { code, errors } = await give(world, name, { ...input, ...wrong })
  expect([code, errors[0]?.message]).toEqual(['NOT_FOUND', 'There is no region NO.'])
})

test.each([
  ['recordRegion', { code: '5hq', name: 'X', kind: 'PCT', parents: [] }, 'code'],
  ['recordRegion', { code: '5XX', name: '', kind: 'PCT', parents: [] }, 'name'],
  ['recordOrganisation', { code: 'bma', name: 'BMA' }, 'code'],
  ['recordPractice', { ...practiceInput, name: '' }, 'name'],
  ['recordPractice', { ...practiceInput, odsCode: 'DEMO0001' }, 'odsCode'],
  ['recordPractice', { ...practiceInput, openFrom: '2010-01-01', openTo: '2010-01-01' }, 'openTo'],
  ['setProgramme', { code: 'SCR', version: 1, noticeDaysMin: -1 }, 'noticeDaysMin'],
  ['setProgramme', { code: 'SCR', version: 1, validitySecondsMax: 0 }, 'validitySecondsMax'],
  ['setProgramme', { code: 'SCR', version: 1, from: '2010-04-16T07:59:59.999Z' }, 'from'],
])('%s %j names the wrong field', async (name, input, field) => {
  const { code, errors } = await give(world, name, input)
  expect(code).toBe('INVALID_INPUT')
  const { field: named, validationErrors } = errors[0]?.extensions as any
  expect(named ?? validationErrors[0].field).toBe(field)
})

test('what exists is edited by naming its version, and never made twice', async () => {
  await practice(world, 'P82001', '5HQ')
  const { code, errors } = await give(world, 'recordPractice', practiceInput)
  expect(code).toBe('ALREADY_EXISTS')
  expect(errors[0]?.message).toMatch(/To edit it, name its version, 1/)
  expect((await give(world, 'createProgramme', {
    code: 'SCR', name: 'S', noticeDaysMin: 1, validitySecondsMax: 1, obligations: [],
  })).code).toBe('ALREADY_EXISTS')
})

test('new terms hold from their moment; what is left out stays as it was', async () => {
  await practice(world, 'P82005', '5HQ')
  await rollout(world, '5HQ', 'STANDARD')
  await mailing(world, '5HQ', '2010-04-01')
  const from = '2010-04-16T09:00:00.000Z'
  const terms = await done(world, 'setProgramme', {
    code: 'SCR', version: 1, from, noticeDaysMin: 10,
  })
  const days = [{ noticeDaysMin: 84 }, { noticeDaysMin: 10 }]
  expect(terms).toMatchObject({ version: 2, terms: days })
  const notice = (at: string) => reasons(world, 'P82005', { at })
  expect(await notice('2010-04-16T08:59:59.999Z')).toContain('NOTICE_TOO_SHORT')
  expect(await notice(from)).not.toContain('NOTICE_TOO_SHORT')
  const earlier = { code: 'SCR', version: 2, from: '2010-04-16T08:30:00Z' }
  expect((await give(world, 'setProgramme', earlier)).code).toBe('INVALID_INPUT')
})

test('a practice belongs to one region until the day it belongs to another', async () => {
  const memberships = [
    { region: '5P3', to: '2010-04-01' },
    { region: '5QV', from: '2010-04-01' },
  ]
  await practice(world, 'E82001', '5P3', { memberships })
  const source = `query ($before: DateTime, $after: DateTime) { practice(odsCode: "E82001") {
    before: regionAt(at: $before) { code } after: regionAt(at: $after) { code }
  } }`
  const moments = { before: '2010-03-31T22:59:59.999Z', after: '2010-03-31T23:00:00.000Z' }
  const answer = await world.must(source, moments, ADMIN)
  expect(answer.practice).toEqual({ before: { code: '5P3' }, after: { code: '5QV' } })
})
