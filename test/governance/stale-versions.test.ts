import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { isInputObjectType, getNamedType } from 'graphql'
import { buildSchema } from '../../api/schema.js'
import { FOREIGN, openSmallEngland, OWN } from '../access/who-sees-what.world.js'
import { give } from '../world/story.js'
import { ADMIN, leadOf, LIAISON, practiceManager, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openSmallEngland()
})
afterAll(() => world.close())

/** A version that nothing has come to. */
const STALE = 99
const SCOPE = [{ activities: ['VIEW'] }]
const NAMED = { name: 'X', version: STALE }

/** Every command that names a version: what it is given, who gives it, and where it stands. */
const EDITS: Readonly<Record<string, readonly [input: object, key: string, table: string]>> = {
  annulSuspension: [{ id: 'S-1' }, 'S-1', 'suspension'],
  concludeConsultation: [
    { id: 'C-1', outcome: 'X', evidence: { name: 'X', sha256: '0'.repeat(64) } }, 'C-1',
    'consultation',
  ],
  decideDispensation: [{ id: 'D-1', granted: true }, 'D-1', 'dispensation'],
  endDispensation: [{ id: 'D-1' }, 'D-1', 'dispensation'],
  endRollout: [{ id: 'R-1' }, 'R-1', 'rollout'],
  extendConsultation: [{ id: 'C-1', closesOn: '2099-01-01' }, 'C-1', 'consultation'],
  fundRollout: [{ id: 'R-1', payer: 'DH', pence: 1, useBy: '2010-12-31' }, 'R-1', 'rollout'],
  liftSuspension: [{ id: 'S-1' }, 'S-1', 'suspension'],
  reclassifyRollout: [{ id: 'R-1', classification: 'STANDARD' }, 'R-1', 'rollout'],
  recordOrganisation: [{ ...NAMED, code: 'DH' }, 'DH', 'organisation'],
  recordPractice: [
    { ...NAMED, odsCode: OWN, memberships: [], suppliers: [] }, OWN, 'practice',
  ],
  recordRegion: [{ ...NAMED, code: '5HQ', kind: 'PCT', parents: [] }, '5HQ', 'region'],
  recordResponses: [{ id: 'C-1', responses: 1 }, 'C-1', 'consultation'],
  replaceSuspension: [
    { id: 'S-1', strength: 'BINDING', scope: SCOPE }, 'S-1', 'suspension',
  ],
  setProgramme: [{ code: 'SCR', noticeDaysMin: 85 }, 'SCR', 'programme'],
  setPurdah: [
    { ...NAMED, code: 'GE2010', from: '2010-04-12T00:00:00Z' }, 'GE2010', 'purdah',
  ],
  startRollout: [{ id: 'R-1' }, 'R-1', 'rollout'],
  voidMailing: [{ id: 'M-1' }, 'M-1', 'mailing'],
  withdrawAgreement: [{ id: 'G-1' }, 'G-1', 'agreement'],
  withdrawAssurance: [{ id: 'A-1' }, 'A-1', 'assurance'],
  withdrawSignOff: [{ id: 'F-1' }, 'F-1', 'signoff'],
}
const GIVERS: Readonly<Record<string, typeof ADMIN>> = {
  decideDispensation: ADMIN, withdrawAgreement: practiceManager(OWN), withdrawSignOff: LIAISON,
}

test('every command that names a version is among them', () => {
  const mutations = Object.values(buildSchema().getMutationType()!.getFields())
  const versioned = mutations.filter(({ args }) => {
    const input = getNamedType(args.find(({ name }) => name === 'input')!.type)
    return isInputObjectType(input) && 'version' in input.getFields()
  })
  expect(versioned.map(({ name }) => name).sort()).toEqual(Object.keys(EDITS).sort())
})

test.each(Object.entries(EDITS))(
  '%s on what has changed meanwhile is told which version there is now',
  async (name, [input, key, table]) => {
    const giver = GIVERS[name] ?? ADMIN
    const edit = { ...input, version: STALE }
    const { code, errors } = await give(world, name, edit, giver)
    expect(code).toBe('STALE_VERSION')
    const { version } = world.follower.current.get(table as 'rollout', key)!
    expect(errors[0]!.extensions).toEqual({ code, table, key, version })
    expect(errors[0]!.message).toMatch(/Read it again and repeat the edit\.$/)
  },
)

test.each([
  ['another practice’s agreement', 'withdrawAgreement', 'G-2', practiceManager(OWN)],
  ['a mailing of another region', 'voidMailing', 'M-2', leadOf('Q31')],
] as const)('of %s nobody is told the version who may not read it', async (_, name, id, giver) => {
  const stale = await give(world, name, { id, version: STALE }, giver)
  const current = await give(world, name, { id, version: 1 }, giver)
  expect(stale.code).toMatch(/^(FORBIDDEN|NOT_FOUND)$/)
  expect(stale.errors).toEqual(current.errors)
  expect(stale.errors[0]!.extensions).not.toHaveProperty('version')
  expect(JSON.stringify(stale)).not.toContain(FOREIGN)
})
