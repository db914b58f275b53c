import type { Change, Stated } from '../../api/access/change.js'
import { changesFor } from '../../api/changes/make-change.js'
import type { Actor } from '../../api/kernel/actor.js'
import type { Facts, Table } from '../../api/register/facts.js'
import { done } from '../world/story.js'
import { ADMIN, type World } from '../world/world.js'

/** An assurance as the department gave it to the doctors' representatives on 16 April 2010. */
export const ASSURED = {
  programme: 'SCR',
  text: 'Record creation is suspended until professional and public awareness has been raised.',
  wording: 'VERBATIM',
  givenBy: [{ organisation: 'DH', person: 'The director', office: 'Informatics' }],
  givenTo: [{ organisation: 'BMA/GPC' }],
  givenOn: '2010-04-16',
  channel: 'Letter',
  public: true,
  scope: [{ activities: ['UPLOAD'] }],
}

export const assurance = (
  world: Pick<World, 'ask'>,
  rest: Record<string, unknown> = {},
  actor: Actor = ADMIN,
): Promise<any> => done(world, 'recordAssurance', { ...ASSURED, ...rest }, actor)

export const supersede = (
  world: Pick<World, 'ask'>,
  id: string,
  rest: Record<string, unknown> = {},
): Promise<any> => done(world, 'supersedeAssurance', { ...ASSURED, id, reaffirms: true, ...rest })

/** Writes a fact as some other command would have written it. */
export const write = async <T extends Table>(
  { maker }: Pick<World, 'maker'>,
  table: T,
  fact: Stated<T>,
): Promise<Facts[T]> => {
  const work = (change: Change) => change.save(table, fact)
  const saves = { name: 'recordReferenceBodies' as const, work }
  const actor: Actor = { ...ADMIN, role: 'OPERATOR' }
  const { done: saved } = await changesFor(maker, actor)(saves, { reason: 'So the test has it.' })
  if (!saved) throw new Error(`the ${table} waits for signatures`)
  return saved
}

/** A binding suspension of uploads, made for an assurance. */
export const suspensionFor = (
  world: Pick<World, 'maker' | 'clock' | 'follower'>,
  assuranceId: string,
  rest: Partial<Stated<'suspension'>> = {},
): Promise<Facts['suspension']> =>
  write(world, 'suspension', {
    id: `S-${world.follower.current.count('suspension') + 1}`,
    programme: 'SCR',
    strength: 'BINDING',
    scope: [
      {
        activities: ['UPLOAD'], classifications: null, regions: null, practices: null,
        suppliers: null,
      },
    ],
    from: world.clock.at,
    endedAt: null,
    ending: null,
    replacedBy: null,
    endingReason: null,
    assurance: assuranceId,
    conditions: [],
    releases: false,
    spared: [],
    signatories: ['BMA/GPC'],
    imposedBy: 'DH',
    reason: 'As was assured.',
    ...rest,
  })

/** Something done against the rules: at a moment, by a practice or in a region. */
export const breach = (
  world: Pick<World, 'maker' | 'follower'>,
  rest: Partial<Stated<'breach'>>,
): Promise<Facts['breach']> =>
  write(world, 'breach', {
    id: `B-${world.follower.current.count('breach') + 1}`,
    kind: 'UPLOAD',
    programme: 'SCR',
    practice: null,
    region: null,
    at: '2010-04-20T10:00:00.000Z',
    of: 'U-1',
    reasons: ['SUSPENDED'],
    suspensions: [],
    permitted: false,
    ...rest,
  })
