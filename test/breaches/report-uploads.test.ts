import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { COMMANDS } from '../../api/kernel/mutations.js'
import { done, mailing, practice, programme, rollout } from '../world/story.js'
import { asOwner } from '../world/templates.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'
import { makeSigner, serve, sign } from '../access/served.js'
import { report, tryReport } from './reports.js'

let world: World
const NOW = '2010-04-16T21:00:00.000Z'

beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  for (const code of ['P82001', 'P82002', 'P82003', 'P82004']) await practice(world, code, '5HQ')
  const suppliers = [
    { supplier: 'EMIS', to: '2010-04-10' },
    { supplier: 'TPP', from: '2010-04-10' },
  ]
  await practice(world, 'P82009', '5HQ', { suppliers })
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await mailing(world, '5HQ', '2009-12-01')
  world.clock.at = NOW
})
afterAll(() => world.close())

const liveFrom = (code: string): string | undefined =>
  world.follower.current.get('live', `SCR/${code}`)?.liveFrom

const LIST = `query ($first: Int! = 50, $after: String, $filter: UploadReportFilter) {
  uploadReports(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id supplier request night uploadedAt records registerSequence at
      practice { odsCode } programme { code } } }
  }
}`
const reported = async (variables: Record<string, unknown> = {}, actor = AUDITOR) =>
  (await world.must(LIST, variables, actor)).uploadReports

const entries = (): number => world.follower.current.head.sequence

describe('a report of uploads', () => {
  test('is kept, and makes the practice live from its first upload', async () => {
    const uploads = ['2010-04-16T20:00:00.000Z', '2010-04-16T19:00:00.000Z', NOW]
    const answer = await report(world, uploads.map((uploadedAt) => ({ uploadedAt })))
    expect(answer).toMatchObject({ recorded: 3, rejected: 0, followedUp: true })
    expect(liveFrom('P82001')).toBe('2010-04-16T19:00:00.000Z')
    const { edges, totalCount } = await reported({ filter: { practice: 'P82001' } })
    expect(totalCount).toBe(3)
    expect(edges[0].node).toMatchObject({
      id: answer.reports[2].id,
      supplier: 'EMIS',
      night: '2010-04-16',
      uploadedAt: NOW,
      records: 7,
      registerSequence: null,
      at: null,
      practice: { odsCode: 'P82001' },
      programme: { code: 'SCR' },
    })
  })

  test('of a practice that is live takes no governance lock, and writes no entry', async () => {
    const before = entries()
    await report(world, [{}])
    expect(entries()).toBe(before)
    expect(liveFrom('P82001')).toBe('2010-04-16T19:00:00.000Z')
  })

  test.each([
    ['of an unknown practice', { practice: 'NOBODY' }, 'NOT_FOUND'],
    ['of a practice of another supplier', { practice: 'P82009' }, 'NOT_FOUND'],
    ['of the future', { uploadedAt: '2010-04-16T21:00:00.001Z' }, 'INVALID_INPUT'],
    ['of a night still to come', { night: '2010-04-17' }, 'INVALID_INPUT'],
    ['of a night two days before', { night: '2010-04-14' }, 'INVALID_INPUT'],
    ['of a night long past', { night: '1900-01-01' }, 'INVALID_INPUT'],
    ['of no record', { records: 0 }, 'INVALID_INPUT'],
    ['of half a ruling', { registerSequence: 3 }, 'INVALID_INPUT'],
  ])('%s is rejected by itself, and the others are kept', async (_, wrong, code) => {
    const { recorded, rejected, reports } = await report(world, [{}, wrong, { records: 8 }])
    expect([recorded, rejected]).toEqual([2, 1])
    const rejection = { status: 'REJECTED', code, id: null, message: expect.any(String) }
    expect(reports[1]).toMatchObject(rejection)
    expect(reports[2]).toMatchObject({ status: 'RECORDED', code: null, message: null })
  })

  test('of the night before is kept, and of its own', async () => {
    const nights = [{ night: '2010-04-15' }, { night: '2010-04-16' }]
    expect(await report(world, nights)).toMatchObject({ recorded: 2, rejected: 0 })
  })

  test('told in the request already is not kept again; what differs in anything is', async () => {
    const { recorded, reports } = await report(world, [{}, {}, { records: 8 }, {}])
    const twice = { status: 'REJECTED', code: 'ALREADY_REPORTED', id: null }
    expect(recorded).toBe(2)
    expect(reports).toMatchObject([{ code: null }, twice, { code: null }, twice])
  })

  test.each([
    ['EMIS', '2010-04-09T22:59:59.999Z', 'RECORDED'],
    ['EMIS', '2010-04-09T23:00:00.000Z', 'REJECTED'],
    ['TPP', '2010-04-09T23:00:00.000Z', 'RECORDED'],
    ['TPP', '2010-04-09T22:59:59.999Z', 'REJECTED'],
  ])('by %s of %s is %s: whoever served it then', async (supplier, uploadedAt, status) => {
    const { reports } = await report(world, [{ practice: 'P82009', uploadedAt }], partner(supplier))
    expect(reports[0].status).toBe(status)
  })

  test('of an unknown programme is refused as a whole', async () => {
    const source = `mutation ($input: ReportUploadsInput!) {
      reportUploads(input: $input) { recorded }
    }`
    const one = { practice: 'P82001', night: '2010-04-16', uploadedAt: NOW, records: 1 }
    const input = { programme: 'NONE', reports: [one] }
    const { code } = await world.ask(source, { input }, partner('EMIS'), randomUUID())
    expect(code).toBe('NOT_FOUND')
  })

  test.each([ADMIN, AUDITOR, LIAISON, leadOf('Q31'), practiceManager('P82001')])(
    'is a supplier’s alone: $role',
    async (actor) => {
      expect(COMMANDS.reportUploads.roles).not.toContain(actor.role)
      expect((await tryReport(world, [{}], actor)).code).toBe('FORBIDDEN')
    },
  )

  test('needs a token', async () => {
    expect((await tryReport(world, [{}], null)).code).toBe('UNAUTHENTICATED')
  })
})

describe('the id of a request', () => {
  test.each([null, '', 'night-1', '0'.repeat(36)])('has to be a UUID: %j', async (requestId) => {
    const { code } = await tryReport(world, [{}], partner('EMIS'), requestId)
    expect(code).toBe('REQUEST_ID_REQUIRED')
  })

  test('repeated with the same report answers the same, and keeps nothing again', async () => {
    const id = randomUUID()
    const reports = [{ practice: 'P82002' }, { practice: 'NOBODY' }]
    const first = await report(world, reports, partner('EMIS'), id)
    const before = [(await reported()).totalCount, entries()]
    expect(await report(world, reports, partner('EMIS'), id.toUpperCase())).toEqual(first)
    expect([(await reported()).totalCount, entries()]).toEqual(before)
  })

  test('is kept once, however many repeat it at once', async () => {
    const id = randomUUID()
    const before = (await reported()).totalCount
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => report(world, [{}, { records: 8 }], partner('EMIS'), id)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.reports))).size).toBe(1)
    expect((await reported()).totalCount).toBe(before + 2)
  })

  test('given to another report is refused', async () => {
    const id = randomUUID()
    await report(world, [{}], partner('EMIS'), id)
    const { code } = await tryReport(world, [{ records: 8 }], partner('EMIS'), id)
    expect(code).toBe('REQUEST_ID_REUSED')
  })

  test('is each supplier’s own', async () => {
    const id = randomUUID()
    await report(world, [{}], partner('EMIS'), id)
    const { recorded } = await report(world, [{ practice: 'P82009' }], partner('TPP'), id)
    expect(recorded).toBe(1)
  })
})

test('where the ledger cannot be written the report is kept, and followed up later', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const shut = 'ADD CONSTRAINT shut CHECK (sequence < 0) NOT VALID'
  const before = (await reported()).totalCount
  const id = randomUUID()
  const reports = [{ practice: 'P82003' }]
  await asOwner(world.url, `ALTER TABLE ledger_entry ${shut}`)
  const { code } = await tryReport(world, reports, partner('EMIS'), id)
  await asOwner(world.url, 'ALTER TABLE ledger_entry DROP CONSTRAINT shut')
  log.mockRestore()
  expect(code).toBe('INTERNAL_SERVER_ERROR')
  expect((await reported()).totalCount).toBe(before + 1)
  expect(liveFrom('P82003')).toBeUndefined()
  // Another report of the supplier suffices; and so would this one, repeated.
  await report(world, [{}])
  expect(liveFrom('P82003')).toBe(NOW)
  expect(await report(world, reports, partner('EMIS'), id)).toMatchObject({ followedUp: true })
})

test('while other changes hold the lock reports are kept, and say that they wait', async () => {
  const id = randomUUID()
  const reports = [{ practice: 'P82004' }]
  const holder = world.database.createQueryRunner()
  await holder.startTransaction()
  await holder.query(`SELECT pg_advisory_xact_lock(${0x486f6c64})`)
  const waiting = await report(world, reports, partner('EMIS'), id)
  await holder.rollbackTransaction()
  await holder.release()
  expect(waiting).toMatchObject({ recorded: 1, followedUp: false })
  expect(liveFrom('P82004')).toBeUndefined()
  const repeated = await report(world, reports, partner('EMIS'), id)
  expect(repeated).toEqual({ ...waiting, followedUp: true })
  expect(liveFrom('P82004')).toBe(NOW)
})

test('ten thousand reports are kept at once, and one more is too many', async () => {
  const all = Array.from({ length: 10_000 }, (_, number) => ({ records: 100 + number }))
  expect((await report(world, all)).recorded).toBe(10_000)
  expect((await tryReport(world, [...all, {}])).code).toBe('INVALID_INPUT')
})

describe('what was reported is read', () => {
  const of = (found: any): Set<string> =>
    new Set(found.edges.map(({ node }: any) => `${node.supplier} ${node.practice.odsCode}`))

  test('by its supplier, and by its practice', async () => {
    expect(of(await reported({}, partner('TPP')))).toEqual(new Set(['TPP P82009']))
    const own = await reported({ first: 200 }, practiceManager('P82009'))
    expect(of(own)).toEqual(new Set(['TPP P82009', 'EMIS P82009']))
    expect((await reported({}, practiceManager('P82777'))).totalCount).toBe(0)
    expect((await reported({}, ADMIN)).totalCount).toBeGreaterThan(10_000)
  })

  test.each([LIAISON, leadOf('Q31')])('and not by others: $role', async (actor) => {
    expect((await world.ask(LIST, {}, actor)).code).toBe('FORBIDDEN')
  })

  test('page by page, each once', async () => {
    const filter = { practice: 'P82009' }
    const ids: string[] = []
    for (let after = null, more = true; more; ) {
      const { edges, pageInfo } = await reported({ first: 2, after, filter })
      ids.push(...edges.map(({ node }: any) => node.id))
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    const { totalCount } = await reported({ filter })
    expect(new Set(ids).size).toBe(totalCount)
    expect(ids).toHaveLength(totalCount)
  })

  test.each(['nonsense', 'WyJROTkiXQ'])('after a cursor of this list: not %s', async (after) => {
    expect((await world.ask(LIST, { after }, AUDITOR)).code).toBe('INVALID_INPUT')
  })
})

test('first uploads told by an administrator make a practice live as well', async () => {
  await practice(world, 'P82005', '5HQ')
  const told = { programme: 'SCR', practices: ['P82005'], at: '2010-04-01T12:00:00.000Z' }
  await done(world, 'recordFirstUploads', told)
  await report(world, [{ practice: 'P82005' }])
  expect(liveFrom('P82005')).toBe('2010-04-01T12:00:00.000Z')
})

test('over HTTP the id of a request is its header X-Request-ID', async () => {
  const issuer = await makeSigner('tests')
  const served = await serve(world, [issuer])
  const who = { role: 'PARTNER', supplier: 'EMIS', organisation: 'EMIS' }
  const authorization = `Bearer ${await sign(issuer, who)}`
  const one = { practice: 'P82001', night: '2010-04-16', uploadedAt: NOW, records: 1 }
  const source = `mutation ($input: ReportUploadsInput!) {
    reportUploads(input: $input) { recorded }
  }`
  const send = async (headers: Record<string, string>): Promise<any> => {
    const input = { programme: 'SCR', reports: [one] }
    const response = await served.post(source, { authorization, ...headers }, { input })
    return response.json()
  }
  const without = await send({})
  const withOne = await send({ 'X-Request-ID': randomUUID() })
  await served.close()
  expect(without.errors[0].extensions.code).toBe('REQUEST_ID_REQUIRED')
  expect(withOne.data.reportUploads).toEqual({ recorded: 1 })
})
