import { mailing, practice, programme, rollout, give, sign } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'
import type { Actor } from '../../api/kernel/actor.js'

export const NOW = '2010-04-16T10:00:00.000Z'

/** Manchester (5NT) and Bolton (5HQ), each with a running rollout, long since mailed. */
export const scene = async (
  waves: Record<string, string> = { '5NT': 'ACCELERATED', '5HQ': 'EARLY_ADOPTER' },
  mailed: string | null = '2009-06-01',
): Promise<World> => {
  const world = await openWorld('bodies', NOW)
  await programme(world)
  await practice(world, 'P84001', '5NT')
  await practice(world, 'P84002', '5NT')
  await practice(world, 'P82001', '5HQ')
  if (mailed) await mailing(world, 'ENG', mailed)
  for (const [region, wave] of Object.entries(waves)) await rollout(world, region, wave)
  return world
}

/** What became of a command: its status, or the code of its refusal; whose signature it waits for. */
export const outcome = async (
  world: World,
  name: string,
  input: Record<string, unknown>,
  actor: Actor = ADMIN,
): Promise<any> => {
  const { data, code, errors } = await give(world, name, input, actor)
  if (code) return { status: code, message: errors[0]?.message }
  const { status, proposal, effect, ...thing } = data[name]
  const needs = proposal && (await needsOf(world, proposal.id))
  return { status, proposal: proposal?.id ?? null, effect, needs, thing: Object.values(thing)[0] }
}

export const needsOf = async (world: World, id: string): Promise<any> =>
  (await world.must(
    `{ proposal(id: "${id}") { needs { administrator organisations } } }`, {}, ADMIN,
  )).proposal.needs

export const stateOf = async (world: World, id: string): Promise<any> =>
  (await world.must(`{ proposal(id: "${id}") { state ending } }`, {}, ADMIN)).proposal

export const later = (world: World, days: number): void => {
  world.clock.at = new Date(Date.parse(world.clock.at) + days * 86_400_000).toISOString()
}

export const moved = (odsCode: string, version: number, region: string, rest = {}) => ({
  odsCode, name: odsCode, version, suppliers: [{ supplier: 'EMIS' }],
  memberships: [{ region }], ...rest,
})

export { sign }
