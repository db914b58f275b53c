import { toMoment } from '../../api/kernel/moment.js'
import { done } from '../world/story.js'
import { createDatabase, openOn, type OpenWorld } from '../world/world.js'

const reason = 'For the story.'
const SCR = { programme: 'SCR', reason }
const practice = (odsCode: string) => ({
  odsCode,
  name: `Practice ${odsCode}`,
  openFrom: '2004-04-01',
  memberships: [{ region: '5HQ', from: '2006-10-01' }],
  suppliers: [{ supplier: 'EMIS', from: null }],
  reason,
})
const pct = { code: '9ZZ', name: 'A PCT', kind: 'PCT', parents: [], reason }
const programme = { code: 'SCR', name: 'SCR', noticeDaysMin: 84, validitySecondsMax: 3600, reason }
const planned = { ...SCR, region: '5HQ', classification: 'STANDARD', plannedOn: '2010-02-01' }
const received = { packs: 900, lastReceivedOn: '2010-01-10', withOptOutForm: true }
const uploads = { practices: ['P82001'], at: '2010-04-12T10:30:00+01:00' }
const suspension = {
  strength: 'BINDING',
  scope: [{ activities: ['UPLOAD'], classifications: ['ACCELERATED'] }],
  signatories: ['BMA/GPC'],
}

/** Changes after which every governed table has a row, and some rows were written twice. */
const CHANGES: readonly (readonly [mutation: string, input: object])[] = [
  ['recordOrganisation', { code: 'TST', name: 'A testing body', reason }],
  ['recordRegion', pct],
  ['recordPractice', practice('P82001')],
  ['recordPractice', practice('P82002')],
  ['recordPractice', { ...practice('P82001'), name: 'Dr Bell', version: 1 }],
  ['recordPractice', { ...practice('P82002'), openFrom: undefined, version: 1 }],
  ['createProgramme', { ...programme, obligations: [] }],
  ['setProgramme', { code: 'SCR', version: 1, validitySecondsMax: 600, reason }],
  ['planRollout', planned],
  ['recordMailing', { ...SCR, ...received, region: '5HQ' }],
  ['startRollout', { id: 'R-1', version: 1, reason }],
  ['reclassifyRollout', { id: 'R-1', version: 2, classification: 'ACCELERATED', reason }],
  ['recordFirstUploads', { ...SCR, ...uploads }],
  ['imposeSuspension', { ...SCR, ...suspension }],
  ['liftSuspension', { id: 'S-1', version: 1, reason }],
  ['recordOrganisation', { code: 'TST', name: 'A body that tests', version: 1, reason }],
]

const play = async (world: OpenWorld): Promise<void> => {
  const beginsMs = Date.now()
  for (const [index, [mutation, input]] of CHANGES.entries()) {
    world.clock.at = toMoment(beginsMs + index * 60_000)
    await done(world, mutation, { ...input })
  }
}

/** Plays the story through GraphQL on a database of its own, and leaves it. Answers its address. */
export const playStory = async (): Promise<string> => {
  const world = await openOn(await createDatabase('bodies'), toMoment(Date.now()))
  await play(world).finally(() => world.stop())
  return world.url
}
