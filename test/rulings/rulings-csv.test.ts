import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { makeSigner, serve, sign, type Served, type Signer } from '../access/served.js'
import { mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { until } from '../world/until.js'
import { fresh, openOn, openWorld, type World } from '../world/world.js'

const AT = '2010-04-22T09:00:00.000Z'
const PERMITTED = 'P82001'
const HELD = 'P81001'
const OF_TPP = 'P82002'
const ADMIN = { role: 'PROGRAMME_ADMIN' }
const partnerOf = (supplier: string) => ({ role: 'PARTNER', organisation: supplier, supplier })

let world: World
let served: Served
let issuer: Signer

beforeAll(async () => {
  world = await openWorld('bodies', AT)
  issuer = await makeSigner('tests')
  served = await serve(world, [issuer])
  await programme(world, { validitySecondsMax: 86_400 })
  await practice(world, PERMITTED, '5HQ', { name: '=HYPERLINK("https://x"), "Bolton"' })
  await practice(world, OF_TPP, '5HQ', { suppliers: [{ supplier: 'TPP', to: '2010-05-01' }] })
  await practice(world, HELD, '5NT')
  for (const region of ['5HQ', '5NT']) {
    await rollout(world, region, 'EARLY_ADOPTER')
    await mailing(world, region, '2010-01-04')
  }
  await suspension(world, { regions: ['5NT'] })
})
afterAll(async () => {
  await served.close()
  await world.close()
})
beforeEach(() => {
  world.clock.at = AT
})

const get = async (
  who: object | null,
  { search = '', headers = {}, method = 'GET', address = served.address } = {},
) => {
  const authorization: Record<string, string> = who
    ? { authorization: `Bearer ${await sign(issuer, who)}` }
    : {}
  const all = { ...authorization, ...headers }
  if (address === served.address) await fresh(world.follower)
  const response = await fetch(`${address}/rulings.csv${search}`, { method, headers: all })
  const text = await response.text()
  const code = response.ok || !text ? undefined : JSON.parse(text).errors[0].extensions.code
  const rows: Record<string, string>[] = response.ok ? parse(text, { columns: true }) : []
  return { status: response.status, headers: response.headers, text, rows, code }
}
const practicesFor = async (who: object) => (await get(who)).rows.map((row) => row.practice)

test.each([
  ['a supplier, those it serves', partnerOf('TPP'), [OF_TPP]],
  ['a supplier that serves none, none', partnerOf('SYSTMONE'), []],
  ['a practice, itself', { role: 'PRACTICE', organisation: HELD }, [HELD]],
  ['a regional lead, those of its region', { role: 'REGIONAL_LEAD', region: '5NT' }, [HELD]],
  ['a lead of the whole SHA, all below', { role: 'REGIONAL_LEAD', region: 'Q31' },
    [HELD, PERMITTED, OF_TPP]],
  ['a liaison, all', { role: 'LIAISON', organisation: 'BMA/GPC' }, [HELD, PERMITTED, OF_TPP]],
  ['an auditor, all', { role: 'AUDITOR' }, [HELD, PERMITTED, OF_TPP]],
])('%s', async (_, who, practices) => {
  expect(await practicesFor(who)).toEqual(practices)
})

test('every row is the ruling that GraphQL gives', async () => {
  const source = `query ($practices: [ID!]!) { rulings(practices: $practices) {
    practiceCode activity outcome validUntil registerSequence at
    reasons { code suspension { id } } obligations { code }
  } }`
  const headers = { authorization: `Bearer ${await sign(issuer, ADMIN)}` }
  const { rows } = await get(ADMIN)
  const practices = rows.map((row) => row.practice)
  const { data }: any = await (await served.post(source, headers, { practices })).json()
  const expected = data.rulings.map((ruling: any) => ({
    practice: ruling.practiceCode,
    practiceName: expect.any(String),
    activity: ruling.activity,
    programme: 'SCR',
    classification: '',
    outcome: ruling.outcome,
    reasons: ruling.reasons.map(({ code }: any) => code).join(' '),
    suspensions: ruling.reasons.flatMap((each: any) => each.suspension?.id ?? []).join(' '),
    obligations: ruling.obligations.map(({ code }: any) => code).join(' '),
    validUntil: ruling.validUntil,
    registerSequence: String(ruling.registerSequence),
    at: ruling.at,
  }))
  expect(rows).toEqual(expected)
  expect(rows.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['REFUSE', 'SUSPENDED'], ['PERMIT', ''], ['PERMIT', ''],
  ])
})

test('activity and classification are asked as named', async () => {
  const { rows } = await get(ADMIN, { search: '?activity=VIEW&classification=STANDARD' })
  expect(rows[0]).toMatchObject({
    activity: 'VIEW', classification: 'STANDARD', outcome: 'REFUSE', reasons: 'NO_ROLLOUT',
  })
})

test('it is CSV as RFC 4180 has it, in which no name is run as a formula', async () => {
  const { text, headers } = await get(partnerOf('EMIS'))
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(text.split('\r\n')).toHaveLength(4)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text).toContain(`\r\n${PERMITTED},"'=HYPERLINK(""https://x""), ""Bolton""",UPLOAD,SCR,`)
})

test('what is answered is for its asker alone, and asked for again each time', async () => {
  for (const { headers } of [await get(ADMIN), await get(null)]) {
    expect(headers.get('vary')).toBe('Authorization')
    expect(headers.get('cache-control')).toBe('private, no-cache')
  }
})

test.each([
  ['nobody', null, {}, 401, 'UNAUTHENTICATED'],
  ['an activity that is none', ADMIN, { search: '?activity=upload' }, 400, 'INVALID_INPUT'],
  ['a name of JavaScript', ADMIN, { search: '?activity=toString' }, 400, 'INVALID_INPUT'],
  ['a wave that is none', ADMIN, { search: '?classification=FIRST' }, 400, 'INVALID_INPUT'],
  ['a parameter that is none', ADMIN, { search: '?at=2010-01-01' }, 400, 'INVALID_INPUT'],
  ['one named twice', ADMIN, { search: '?programme=SCR&programme=X' }, 400, 'INVALID_INPUT'],
  ['an unknown programme', ADMIN, { search: '?programme=NONE' }, 404, 'NOT_FOUND'],
  ['another method', ADMIN, { method: 'POST' }, 405, 'METHOD_NOT_ALLOWED'],
])('%s is refused as elsewhere', async (_, who, options, status, code) => {
  const answer = await get(who, options)
  expect({ status: answer.status, code: answer.code }).toEqual({ status, code })
})

test('HEAD answers the same without the table', async () => {
  const [head, whole] = [await get(ADMIN, { method: 'HEAD' }), await get(ADMIN)]
  expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' })
  expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
})

describe('an answer that the caller has', () => {
  const again = async (tag: string, at: string, who: object = ADMIN, search = '') => {
    world.clock.at = at
    return (await get(who, { search, headers: { 'if-none-match': tag } })).status
  }
  const tagAt = async (at: string, who: object = ADMIN): Promise<string> => {
    world.clock.at = at
    return (await get(who)).headers.get('etag')!
  }

  test('is good still in the same half of the longest validity, and in no other', async () => {
    const tag = await tagAt('2010-04-22T09:00:00.000Z')
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/)
    expect(await again(tag, '2010-04-22T11:59:59.999Z')).toBe(304)
    expect(await again(`"other", ${tag}`, '2010-04-22T09:00:00.000Z')).toBe(304)
    expect(await again(tag, '2010-04-22T12:00:00.000Z')).toBe(200)
    expect(await again('*', '2010-04-22T09:00:00.000Z')).toBe(200)
  })

  test('is of its asker and its question alone', async () => {
    const tag = await tagAt(AT)
    expect(await again(tag, AT, { role: 'AUDITOR' })).toBe(200)
    expect(await again(tag, AT, ADMIN, '?activity=VIEW')).toBe(200)
    expect(await again(tag, AT, ADMIN, '?classification=STANDARD')).toBe(200)
    expect(await again(tag, AT, ADMIN, '?activity=UPLOAD&programme=SCR')).toBe(304)
  })

  test('is good no more once a recorded date has passed, for it may turn any of it', async () => {
    // At midnight of London TPP’s practice is supplied by it no longer.
    const [before, after] = ['2010-04-30T22:59:00.000Z', '2010-04-30T23:00:00.000Z']
    const tag = await tagAt(before, partnerOf('TPP'))
    expect(await again(tag, '2010-04-30T22:59:59.999Z', partnerOf('TPP'))).toBe(304)
    expect(await again(tag, after, partnerOf('TPP'))).toBe(200)
    expect(await practicesFor(partnerOf('TPP'))).toEqual([])
    expect(await again(await tagAt(before), after)).toBe(200)
  })

  test('is never told to be good beyond what it permits itself', async () => {
    let good = 0
    for (const begun of [AT, '2010-04-22T11:58:00.000Z', '2010-04-30T20:20:00.000Z']) {
      world.clock.at = begun
      const { headers, rows } = await get(ADMIN)
      const until = Math.min(...rows.map(({ validUntil }) => Date.parse(validUntil!)))
      for (let hours = 0; hours < 30; hours += 0.6) {
        const ms = Date.parse(begun) + hours * 3_600_000
        const status = await again(headers.get('etag')!, new Date(ms).toISOString())
        if (status === 304) expect(until).toBeGreaterThan(ms)
        good += Number(status === 304)
      }
    }
    expect(good).toBeGreaterThan(5)
  })

  test('is good no more after any change of the register', async () => {
    const tag = await tagAt(AT)
    expect(await again(tag, AT)).toBe(304)
    await practice(world, 'P82003', '5HQ', { name: 'Another' })
    expect(await again(tag, AT)).toBe(200)
  })
})

test('a process that has lost its ledger permits nothing, and confirms nothing', async () => {
  const lost = await openOn(world.url, AT, { patient: false })
  const other = await serve(lost, [issuer])
  const { address } = other
  try {
    await fresh(lost.follower)
    const tag = (await get(ADMIN, { address })).headers.get('etag')!
    await lost.follower.stop()
    await until(() => lost.follower.isStale)
    const answer = await get(ADMIN, { address, headers: { 'if-none-match': tag } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBeNull()
    for (const row of answer.rows) {
      expect(row).toMatchObject({ outcome: 'REFUSE', validUntil: '', obligations: '' })
      expect(row.reasons).toMatch(/^REGISTER_STALE/)
    }
  } finally {
    await other.close()
    await lost.database.destroy()
  }
})

test('a whole country is read to its end, and others are answered meanwhile', async () => {
  const england = await openWorld('demonstration')
  const there = await serve(england, [issuer])
  try {
    const headers = { authorization: `Bearer ${await sign(issuer, ADMIN)}` }
    await fresh(england.follower)
    const slow = await fetch(`${there.address}/rulings.csv`, { headers })
    const query = '{ ruling(practice: "DEMO0589") { outcome } }'
    expect((await there.post(query, headers)).status).toBe(200)
    const rows: Record<string, string>[] = parse(await slow.text(), { columns: true })
    expect(rows).toHaveLength(8046)
    expect(rows.find((row) => row.practice === 'DEMO1513')?.reasons).toBe('SUSPENDED')
  } finally {
    await there.close()
    await england.close()
  }
})
