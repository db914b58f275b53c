import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { dayOf } from '../../api/kernel/moment.js'
import { ADMIN, openWorld, type World } from '../world/world.js'
import { importHere } from './import-here.js'
import { membershipLine, odsFiles, practiceLine, SUPPLIER_HEADER } from './ods-lines.js'

const PRACTICE = `{ practice(odsCode: "A81001") {
  name memberships { region { code kind parents { from } } from to } suppliers { supplier from to }
} }`
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const practice = async () => (await world.must(PRACTICE, {}, ADMIN)).practice
const suppliersOf = async () => (await practice()).suppliers
const supplied = (supplier: string) =>
  odsFiles({ suppliers: [SUPPLIER_HEADER, `A81001,${supplier}`] })

test('makes a region of kind OTHER of a parent that the register lacks', async () => {
  const memberships = [
    membershipLine({ 2: '4QP36', 4: '19990401', 5: '20010331' }),
    membershipLine({ 2: '5E1' }),
  ]
  expect(await importHere(world, odsFiles({ memberships }))).toMatchObject({
    added: 1, parentsAdded: 1,
  })
  expect((await practice()).memberships).toMatchObject([
    { region: { code: '4QP36', kind: 'OTHER', parents: [] }, from: '1999-04-01', to: '2001-04-01' },
    { region: { code: '5E1', kind: 'PCT' }, from: '2001-04-01', to: null },
  ])
})

test('dates a supplier from its own day, and another supplier ends the one before', async () => {
  world.clock.at = '2010-05-01T12:00:00Z'
  await importHere(world, supplied('EMIS'))
  const emis = { supplier: 'EMIS', from: dayOf(world.clock.nowMs()), to: null }
  expect(await suppliersOf()).toEqual([emis])
  world.clock.at = '2010-06-01T12:00:00Z'
  await importHere(world, supplied('EMIS'))
  expect(await suppliersOf()).toEqual([emis])
  await importHere(world, supplied('TPP'))
  expect(await suppliersOf()).toEqual([
    { ...emis, to: '2010-06-01' },
    { supplier: 'TPP', from: '2010-06-01', to: null },
  ])
})

test('leaves the suppliers that it says nothing of', async () => {
  const before = await suppliersOf()
  await importHere(world, odsFiles({ practices: [practiceLine({ 2: 'THE NEW NAME' })] }))
  expect(await practice()).toMatchObject({ name: 'THE NEW NAME', suppliers: before })
})

test('leaves a practice that its files no longer list', async () => {
  const before = await practice()
  const practices = [practiceLine({ 1: 'A81009' })]
  const memberships = [membershipLine({ 1: 'A81009' })]
  expect(await importHere(world, odsFiles({ practices, memberships }))).toMatchObject({ added: 1 })
  expect(await practice()).toEqual(before)
})
