import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { build } from '../start/processes.js'
import { until } from '../world/until.js'
import { ADMIN, openWorld, type World } from '../world/world.js'
import { importHere } from './import-here.js'
import { membershipLine, practiceLine } from './ods-lines.js'
import { filesFolder, headOf, importOn } from './run-import.js'

beforeAll(build)

/** Waits for what another process recorded; the follower is told, and need not be asked twice. */
const practicesSeen = ({ follower }: World, count: number): Promise<void> =>
  until(() => follower.current.count('practice') === count)

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const here = existsSync(shared)
const absent = here ? '' : ' (skipped: the published files are not here)'
const describeHere = here ? describe : describe.skip

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(shared, 'england-2010-04-16', name)), { columns: true })

describeHere(`the published files${absent}`, () => {
  const AT = '2010-04-16T12:00:00Z'
  const PAGE = `query ($at: DateTime!, $after: String) {
    practices(first: 200, after: $after, at: $at, filter: { open: true }) {
      pageInfo { hasNextPage endCursor }
      edges { node { odsCode regionAt(at: $at) { code ancestors(at: $at) { code kind } } } }
    }
  }`
  const PCTS = `query ($at: DateTime!, $within: ID, $after: String) {
    regions(first: 50, after: $after, at: $at, filter: { kind: PCT, within: $within }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node {
        code ancestors(at: $at) { code } practices(first: 0, at: $at) { totalCount }
      } }
    }
  }`
  const published = {
    practices: join(shared, 'ods/epraccur.csv'),
    memberships: join(shared, 'ods/epcmem.csv'),
    suppliers: join(shared, 'ods/supplier-by-practice.csv'),
  }
  const fileAt = (name: string) => ({ name, bytes: readFileSync(name) })

  let world: World
  let said: string
  beforeAll(async () => {
    world = await openWorld()
    const options = Object.entries(published).flatMap(([kind, path]) => [`--${kind}`, path])
    const { status, out, error } = await importOn(world, ...options)
    expect({ status, error }).toEqual({ status: 0, error: '' })
    said = out
    await practicesSeen(world, 8_201)
  })
  afterAll(() => world.close())

  /** What stands on all pages of a list. */
  const nodesOf = async (source: string, list: string) => {
    const nodes: any[] = []
    for (let after: string | null = null; ; ) {
      const page: any = (await world.must(source, { at: AT, after }, ADMIN))[list]
      nodes.push(...page.edges.map(({ node }: any) => node))
      if (!page.pageInfo.hasNextPage) return nodes
      after = page.pageInfo.endCursor
    }
  }

  test('are one change, seen by other processes, that says what it took and left', async () => {
    expect(said).toContain('Read 8,201 GP practices, 31,015 memberships and 6,607 suppliers.')
    expect(said).toContain('6,102 rows of other settings, 16,807 memberships of others and 33 supp')
    expect(said).toContain('8,201 practices added, 0 changed and 0 unchanged.')
    const entries = await world.database.query(
      'SELECT count(*)::int, max(sequence) FROM ledger_entry WHERE kind = $1 GROUP BY change',
      ['importOrganisations'],
    )
    expect(entries).toEqual([{ count: 9_174, max: world.follower.current.head.sequence }])
    expect(said).toContain('All in one change of 9,174 ledger entries.')
  })

  test('give the practices of 16 April 2010 with their PCT and SHA, row for row', async () => {
    const practices = await nodesOf(PAGE, 'practices')
    const inEngland = practices.flatMap(({ odsCode, regionAt }) => {
      const sha = regionAt?.ancestors.find(({ kind }: { kind: string }) => kind === 'SHA')
      return sha ? [[odsCode, regionAt.code, sha.code]] : []
    })
    const expected = rowsOf('practices.csv').map((row) =>
      [row.ods_code, row.pct_code, row.sha_code])
    expect(expected).toHaveLength(8_046)
    expect(inEngland.sort()).toEqual(expected.sort())
  })

  test('give each PCT of 16 April 2010 its SHA and as many practices as it had', async () => {
    const pcts = (await nodesOf(PCTS, 'regions'))
      .filter(({ practices }) => practices.totalCount > 0)
      .map(({ code, ancestors, practices }) => [code, ancestors[0]?.code, practices.totalCount])
    const expected = rowsOf('pcts.csv').map((row) =>
      [row.pct_code, row.sha_code, Number(row.gp_practices)])
    expect(expected).toHaveLength(151)
    expect(pcts.sort()).toEqual(expected.sort())
  })

  test.each([['2010-03-31T12:00:00Z', 14], [AT, 13]])(
    'on %s East of England has %i PCTs',
    async (at, count) => {
      const { regions } = await world.must(PCTS, { at, within: 'Q35' }, ADMIN)
      expect(regions.totalCount).toBe(count)
    },
  )

  test('change nothing the second time', async () => {
    const head = await headOf(world)
    const files = {
      practices: fileAt(published.practices),
      memberships: fileAt(published.memberships),
      suppliers: fileAt(published.suppliers),
    }
    expect(await importHere(world, files)).toEqual({
      added: 0, changed: 0, unchanged: 8_201, parentsAdded: 0,
    })
    expect(await headOf(world)).toBe(head)
  })
})

describe('the command', () => {
  const { folder, write, remove } = filesFolder()
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(async () => {
    await world.close()
    remove()
  })

  const rows = ['A81001', 'A81002', 'A81003', 'A81004'].map((code) => practiceLine({ 1: code }))
  const withProblems = (): string[] => {
    const notText = Buffer.from(`${rows[2]}\n`.replace('SURGERY', 'CAF\u00c9'), 'latin1')
    const sound = Buffer.from(`${rows[0]}\n${rows[1]}\n`)
    const practices = Buffer.concat([sound, notText, Buffer.from('"A81004","SHORT"\n')])
    const memberships = [
      membershipLine({ 2: '4QP36', 4: '19990401', 5: '20010331' }),
      membershipLine(),
      membershipLine({ 1: 'A81002' }),
      membershipLine({ 1: 'A81002', 2: '5E2', 4: '20050401' }),
      membershipLine({ 1: 'A81003', 4: '20100230' }),
      membershipLine({ 1: 'a81001' }),
      membershipLine({ 1: 'Y99999' }),
    ]
    return write({ practices, memberships })
  }
  test('names a file that is not there, before it looks at the database', async () => {
    const nowhere = { ...world, url: 'postgres://nobody@127.0.0.1:1/nothing' }
    const missing = join(folder, 'missing.csv')
    const options = ['--practices', missing, '--memberships', missing]
    const { status, error } = await importOn(nowhere, ...options)
    expect(status).toBe(1)
    expect(error).toBe(`Cannot read ${missing}: there is no such file.\n`)
  })

  const PROBLEMS = [
    ['epraccur.csv:3', 'bytes that are not text', 'practice "A81003" is left out whole'],
    ['epraccur.csv:4', '2 columns; right are 27', 'practice "A81004" is left out whole'],
    ['epcmem.csv:4', 'lines 3 and 4 have A81002', 'practice "A81002" is left out whole'],
    ['epcmem.csv:5', 'joined "20100230" is not a day', 'practice "A81003" is left out whole'],
    ['epcmem.csv:6', 'practice code "a81001"', 'such as A81001'],
  ] as const
  const expectProblems = (lines: readonly string[]): void => {
    expect(lines).toHaveLength(PROBLEMS.length)
    PROBLEMS.forEach(([place, reason, end], index) => {
      expect(lines[index]).toMatch(new RegExp(`^${join(folder, place)} ${reason}.*${end}$`))
    })
  }

  test('lists what is wrong by file, line and reason, and writes nothing', async () => {
    const head = await headOf(world)
    const { status, error } = await importOn(world, ...withProblems())
    expect(status).toBe(1)
    const [stopped, ...problems] = error.trimEnd().split('\n').reverse()
    expectProblems(problems.reverse())
    expect(stopped).toMatch(/^Nothing was written: the files have 5 problems\. .* --skip-bad\.$/)
    expect(await headOf(world)).toBe(head)
  })

  test('writes the rest with --skip-bad, and says what it left', async () => {
    const { status, out, error } = await importOn(world, ...withProblems(), '--skip-bad')
    expect(status).toBe(0)
    expectProblems(error.trimEnd().split('\n'))
    expect(out).toContain('Skipped for 5 problems: 3 practices, with 2 sound rows of theirs.')
    expect(out).toContain('1 practice added, 0 changed and 0 unchanged.')
    await practicesSeen(world, 1)
    const [recorded] = world.follower.current.all('practice')
    expect(recorded).toMatchObject({ odsCode: 'A81001', memberships: { length: 2 } })
  })

  test('says that nothing changed, and writes nothing, the second time', async () => {
    const head = await headOf(world)
    const { status, out } = await importOn(world, ...withProblems(), '--skip-bad')
    expect(status).toBe(0)
    expect(out).toContain('Nothing changed: the register holds 1 practice as stated')
    expect(await headOf(world)).toBe(head)
  })
})
