import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from '../start/processes.js'
import { give } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'
import { readOds } from '../../api/regions/ods-files.js'
import { membershipLine, odsFiles, practiceLine, quoted, SUPPLIER_HEADER } from './ods-lines.js'
import { filesFolder, headOf, importOn, runImport } from './run-import.js'

const { folder, write, remove } = filesFolder()
let world: World
beforeAll(build)
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
  remove()
})
const at = (name: string): string => join(folder, name)

/** What an import says that is refused, and writes nothing. */
const refused = async (...options: string[]): Promise<string[]> => {
  const head = await headOf(world)
  const { status, error } = await importOn(world, ...options)
  expect({ status, head: await headOf(world) }).toEqual({ status: 1, head })
  return error.trimEnd().split('\n')
}

const NAMES: [what: string, name: string, rule: string | null][] = [
  ['200 characters', 'n'.repeat(200), null],
  ['201 characters', 'n'.repeat(201), 'must have at most 200 characters'],
  ['5,000 characters', 'n'.repeat(5_000), 'must have at most 200 characters'],
  ['blanks', '   ', 'must say something'],
  ['a control character', 'THE\u0007 SURGERY', 'must be one line, without control characters'],
  ['two lines', 'THE\nSURGERY', 'must be one line, without control characters'],
]

test.each(NAMES)('of a practice named by %s a request tells the rule', async (what, name, rule) => {
  const odsCode = `A8100${NAMES.findIndex(([each]) => each === what)}`
  const input = { odsCode, name, memberships: [{ region: '5E1' }], suppliers: [] }
  const { errors } = await give(world, 'recordPractice', input, ADMIN)
  expect(errors.map(({ message }) => message).join()).toContain(rule ?? '')
  expect(errors).toHaveLength(rule === null ? 0 : 1)
})

describe('an import holds names and reasons to what a request is held to', () => {
  const named = (name: string) => {
    const practices = [practiceLine({ 1: 'B82001' }), practiceLine({ 1: 'B82002', 2: name })]
    const memberships = ['B82001', 'B82002'].map((code) => membershipLine({ 1: code }))
    return write({ practices, memberships })
  }

  test('a name of 201 characters is a problem of its row', async () => {
    const [problem] = await refused(...named('n'.repeat(201)))
    expect(problem).toBe(
      `${at('epraccur.csv')}:2 the name must have at most 200 characters; ` +
        `it is "${'n'.repeat(60)}…"; practice "B82002" is left out whole`,
    )
  })

  test('it is left out with --skip-bad, and a name of 200 is not', async () => {
    const long = await importOn(world, ...named('n'.repeat(201)), '--skip-bad')
    expect(long.out).toContain('1 practice added')
    const right = await importOn(world, ...named('n'.repeat(200)))
    expect(right.out).toContain('1 practice added, 0 changed and 1 unchanged.')
  })

  test.each([
    ['2,001 characters', 'r'.repeat(2_001), 'must have at most 2000 characters'],
    ['blanks', '  ', 'must say something'],
  ])('a reason of %s is told in one line', async (_, reason, rule) => {
    const said = await refused(...named('SOUND'), '--reason', reason)
    expect(said).toEqual([`The reason ${rule}: give another --reason.`])
  })

  test('a reason of 2,000 characters goes into the ledger', async () => {
    const reason = 'r'.repeat(2_000)
    expect((await importOn(world, ...named('ANOTHER NAME'), '--reason', reason)).status).toBe(0)
    const [{ body }] = await world.database.query(
      'SELECT body FROM ledger_entry ORDER BY sequence DESC LIMIT 1',
    )
    expect(JSON.parse(body)).toMatchObject({ reason })
  })
})

describe('with --skip-bad', () => {
  test.each([
    ['practices', { practices: [practiceLine({ 2: '' })] }, 'epraccur.csv'],
    ['memberships', { memberships: [membershipLine({ 2: '' })] }, 'epcmem.csv'],
    ['memberships, that is empty', { memberships: '' }, 'epcmem.csv'],
  ])('a file of %s without one sound row is refused in a line', async (_, files, name) => {
    const [last] = (await refused(...write(files), '--skip-bad')).reverse()
    expect(last).toBe(`Nothing was written: no row of ${at(name)} could be read.`)
  })

  test('files are refused whose every practice has a problem somewhere', async () => {
    const memberships = [membershipLine({ 2: '' }), membershipLine({ 1: 'Y99999' })]
    const [last] = (await refused(...write({ memberships }), '--skip-bad')).reverse()
    expect(last).toContain('every GP practice of the files has a problem in one of its rows.')
  })

  test('files are refused that hold no GP practice at all', async () => {
    const practices = [practiceLine({ 26: '0' })]
    expect(await refused(...write({ practices }), '--skip-bad')).toEqual([
      'Nothing was written: the files hold no GP practice.',
    ])
  })
})

describe('a file that is given for another is told as a whole, with the option', () => {
  const practices = Array.from({ length: 3 }, (_, place) => practiceLine({ 1: `A8200${place}` }))
  const memberships = practices.map((_, place) => membershipLine({ 1: `A8200${place}` }))
  const suppliers = [SUPPLIER_HEADER, 'A82000,EMIS']
  const has = (name: string, columns: string, kind: string, right: number) =>
    `${name} has ${columns}; right for --${kind} are ${right}.`
  const like = (kind: string) => ` It looks like the file for --${kind}.`
  const ofPct = [quoted(['PCO', 'OLD', 'NAME', 'SHA', 'OLD', 'NAME'])]

  test.each([
    ['practices and memberships exchanged', { practices: memberships, memberships: practices },
      `${has('epraccur.csv', '6 columns', 'practices', 27)}${like('memberships')}`,
      `${has('epcmem.csv', '27 columns', 'memberships', 6)}${like('practices')}`],
    ['suppliers as practices', { practices: suppliers, memberships },
      has('epraccur.csv', '2 columns', 'practices', 27) + like('suppliers')],
    ['memberships as suppliers', { practices, memberships, suppliers: memberships },
      has('suppliers.csv', '6 columns', 'suppliers', 2) + like('memberships')],
    ['six columns of something else', { practices: ofPct, memberships },
      has('epraccur.csv', '6 columns', 'practices', 27)],
    ['rows of various lengths', { practices: ['a,b', 'a,b,c', 'a,b'], memberships },
      has('epraccur.csv', '2 or 3 columns', 'practices', 27)],
    ['a text', { practices: ['Dear Sir'], memberships },
      has('epraccur.csv', '1 column', 'practices', 27)],
  ])('%s', (_, files, ...said) => {
    expect(readOds(odsFiles(files)).wrongFiles).toEqual(said)
  })

  test('in one line, also with --skip-bad', async () => {
    const files = write({ practices: memberships, memberships })
    const said = has(at('epraccur.csv'), '6 columns', 'practices', 27) + like('memberships')
    expect(await refused(...files, '--skip-bad')).toEqual([`Nothing was written: ${said}`])
  })

  test('but where one row has the right columns, each other is told by its line', () => {
    const reading = readOds(odsFiles({ practices: [...practices, 'a,b'], memberships }))
    expect(reading.wrongFiles).toEqual([])
    expect(reading.problems).toMatchObject([{ line: 4 }])
    expect(reading.problems[0]?.reason).toContain('2 columns; right are 27')
  })
})

test('a supplier of any length is told shortly', async () => {
  const suppliers = [SUPPLIER_HEADER, `A81001,${'e'.repeat(3_000)}`, 'A81009,EMIS']
  const [problem] = await refused(...write({ suppliers }))
  expect(problem).toContain(`the supplier is "${'e'.repeat(60)}…"; right is a code like EMIS`)
  expect(problem?.length).toBeLessThan(300)
})

test('an option that names no file is told', async () => {
  const said = await refused(...write({}), '--practices', '')
  expect(said).toEqual(['--practices has to name a file.'])
})

describe('at its start it says which register it writes to', () => {
  const firstLine = async (env: Record<string, string>): Promise<string | undefined> => {
    const missing = ['--practices', at('missing.csv'), '--memberships', at('missing.csv')]
    return (await runImport(env, missing)).out.split('\n')[0]
  }
  const HERE = { HOLDFAST_DATA: folder, DATABASE_URL: '' }

  test.each([
    ['on', HERE, `Importing into the demonstration in ${folder}. For a register of your own, ` +
      'set HOLDFAST_DEMONSTRATION=off and a new folder as HOLDFAST_DATA.'],
    ['off', HERE, `Importing into the register in ${folder}.`],
    ['off', { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' },
      'Importing into the register in the database of DATABASE_URL.'],
  ])('demonstration %s, %j', async (HOLDFAST_DEMONSTRATION, env, said) => {
    expect(await firstLine({ ...env, HOLDFAST_DEMONSTRATION })).toBe(said)
  })
})
