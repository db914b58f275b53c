import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../api/kernel/actor.js'
import { practice, programme } from '../world/story.js'
import { asOwner } from '../world/templates.js'
import {
  ADMIN, AUDITOR, openOn, openWorld, SECOND_ADMIN, type OpenWorld, type World,
} from '../world/world.js'

let world: World
/** Another process on the same database. */
let other: OpenWorld

beforeAll(async () => {
  world = await openWorld()
  other = await openOn(world.url, world.clock.at)
  await programme(world)
  await practice(world, 'P82001', '5HQ')
})
afterAll(async () => {
  await other.stop()
  await world.close()
})

const IMPOSE = `mutation Impose($input: ImposeSuspensionInput!, $preview: Boolean! = false) {
  imposeSuspension(input: $input, preview: $preview) { status suspension { id reason version } }
}`
const inputOf = (reason: string) => ({
  programme: 'SCR', scope: [{ activities: ['UPLOAD'] }], strength: 'BINDING', reason,
})

interface Imposing {
  readonly by?: Actor
  readonly reason?: string
  readonly at?: Pick<World, 'ask'>
}
const impose = (id: string | null, { by = ADMIN, reason = 'A test.', at = world }: Imposing = {}) =>
  at.ask(IMPOSE, { input: inputOf(reason) }, by, id)

const suspensions = async (): Promise<number> => {
  const { suspensions: all } = await world.must('{ suspensions { totalCount } }', {}, AUDITOR)
  return all.totalCount
}
const added = async (act: () => Promise<unknown>): Promise<number> => {
  const before = await suspensions()
  await act()
  return (await suspensions()) - before
}

describe('a mutation that comes again with its X-Request-ID', () => {
  test('acts once, and is answered as it was', async () => {
    const id = randomUUID()
    const many = await added(async () => {
      const first = await impose(id)
      expect(first.data.imposeSuspension.status).toBe('APPLIED')
      expect(await impose(id)).toEqual(first)
    })
    expect(many).toBe(1)
  })

  test('acts once where it comes to another process', async () => {
    const id = randomUUID()
    const many = await added(async () => {
      const first = await impose(id)
      expect(await impose(id, { at: other })).toEqual(first)
    })
    expect(many).toBe(1)
  })

  test('acts once where it comes ten times at the same time, to two processes', async () => {
    const id = randomUUID()
    const many = await added(async () => {
      const ten = Array.from({ length: 10 }, (_, n) => impose(id, { at: n % 2 ? other : world }))
      const [first, ...others] = await Promise.all(ten)
      expect(first!.data.imposeSuspension.status).toBe('APPLIED')
      for (const each of others) expect(each).toEqual(first)
    })
    expect(many).toBe(1)
  })

  test('acts once for each of two fields of one request', async () => {
    const id = randomUUID()
    const twice = `mutation ($input: ImposeSuspensionInput!) {
      a: imposeSuspension(input: $input) { suspension { id } }
      b: imposeSuspension(input: $input) { suspension { id } } }`
    const ask = () => world.ask(twice, { input: inputOf('Twice.') }, ADMIN, id)
    const many = await added(async () => {
      const first = await ask()
      expect(first.errors).toEqual([])
      expect(first.data.a).not.toEqual(first.data.b)
      expect(await ask()).toEqual(first)
    })
    expect(many).toBe(2)
  })

  test('is refused with another body, and does nothing', async () => {
    const id = randomUUID()
    await impose(id)
    const many = await added(async () => {
      expect((await impose(id, { reason: 'Another.' })).code).toBe('REQUEST_ID_REUSED')
    })
    expect(many).toBe(0)
  })

  test('is refused with another body where both come at the same time', async () => {
    const id = randomUUID()
    const many = await added(async () => {
      const both = await Promise.all([impose(id), impose(id, { reason: 'Another.', at: other })])
      expect(both.map(({ code }) => code).sort()).toEqual(['REQUEST_ID_REUSED', null])
    })
    expect(many).toBe(1)
  })

  test('is another request where somebody else sends it', async () => {
    const id = randomUUID()
    const many = await added(async () => {
      const first = await impose(id)
      const second = await impose(id, { by: SECOND_ADMIN })
      expect(second.data.imposeSuspension.suspension.id).not.toBe(
        first.data.imposeSuspension.suspension.id,
      )
    })
    expect(many).toBe(2)
  })

  test('acts each time where it has none', async () => {
    expect(await added(() => Promise.all([impose(null), impose(null)]))).toBe(2)
  })

  test('is known for a day, and not for longer', async () => {
    const id = randomUUID()
    const began = world.clock.at
    const first = await impose(id)
    const later = (ms: number) => new Date(Date.parse(began) + ms).toISOString()
    world.clock.at = later(86_399_999)
    expect(await impose(id)).toEqual(first)
    world.clock.at = later(86_400_000)
    expect(await added(async () => expect((await impose(id)).code).toBeNull())).toBe(1)
    const old = 'SELECT FROM acted_request WHERE at <= $1'
    expect(await world.database.query(old, [began])).toEqual([])
  })
})

describe('what has not acted', () => {
  test('a refused attempt is tried again, with whatever body', async () => {
    const id = randomUUID()
    expect((await impose(id, { by: AUDITOR })).code).toBe('FORBIDDEN')
    expect((await impose(id, { by: AUDITOR })).code).toBe('FORBIDDEN')
    expect((await impose(id, { by: AUDITOR, reason: 'Another.' })).code).toBe('FORBIDDEN')
  })

  test('a preview uses no id up', async () => {
    const id = randomUUID()
    const preview = await world.ask(IMPOSE, { input: inputOf('Seen.'), preview: true }, ADMIN, id)
    expect(preview.data.imposeSuspension.status).toBe('PREVIEW')
    expect((await impose(id)).data.imposeSuspension.status).toBe('APPLIED')
  })

  test('a query is answered anew', async () => {
    const id = randomUUID()
    const ask = () => world.ask('{ suspensions { totalCount } }', {}, ADMIN, id)
    const first = await ask()
    await impose(null)
    expect((await ask()).data.suspensions.totalCount).toBe(
      first.data.suspensions.totalCount + 1,
    )
  })
})

describe('a process that dies', () => {
  test('between the change and the answer: the repeat does nothing and says so', async () => {
    const id = randomUUID()
    await impose(id)
    await asOwner(world.url, 'UPDATE acted_request SET answer = NULL')
    const many = await added(async () => {
      const { code, errors } = await impose(id)
      expect({ code, message: errors[0]!.message }).toEqual({
        code: 'ANSWER_LOST', message: expect.stringMatching(/was carried out/),
      })
    })
    expect(many).toBe(0)
  })

  test('before the commit: neither the change nor its request is there', async () => {
    const id = randomUUID()
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await asOwner(world.url, `ALTER TABLE suspension ADD CONSTRAINT never
      CHECK (reason <> 'Never.')`)
    const many = await added(async () => {
      expect((await impose(id, { reason: 'Never.' })).code).toBe('INTERNAL_SERVER_ERROR')
    })
    await asOwner(world.url, 'ALTER TABLE suspension DROP CONSTRAINT never')
    log.mockRestore()
    expect(many).toBe(0)
    expect(await added(() => impose(id, { reason: 'Never.' }))).toBe(1)
  })
})
