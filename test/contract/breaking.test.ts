import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { breakingChanges } from './breaking.js'

const BEFORE = `
  interface Node { id: ID! }
  enum Wave { FIRST LAST GONE @deprecated(reason: "Nobody uses it.") }
  input Filter { wave: Wave old: ID @deprecated(reason: "Use wave.") }
  type Money { pence: Int }
  type Rollout implements Node {
    id: ID!
    wave: Wave
    name(long: Boolean, upper: Boolean @deprecated(reason: "Do it yourself.")): String!
    money: Money @deprecated(reason: "Use nothing.")
    plan: String @deprecated(reason: "Use name.")
  }
  type Query { rollout(filter: Filter): Rollout node(id: ID!): Node }
`
const changed = (...pairs: [string, string][]): string[] =>
  breakingChanges(
    BEFORE,
    pairs.reduce((sdl, [from, to]) => {
      expect(sdl).toContain(from)
      return sdl.replace(from, to)
    }, BEFORE),
  )
const PLAN = 'plan: String @deprecated(reason: "Use name.")'
const MONEY = 'money: Money @deprecated(reason: "Use nothing.")'

test.each<[string, [string, string][]]>([
  ['a deprecated field is removed', [[PLAN, '']]],
  ['a deprecated value is removed', [['GONE @deprecated(reason: "Nobody uses it.")', '']]],
  ['a deprecated field of an input is removed', [['old: ID @deprecated(reason: "Use wave.")', '']]],
  [
    'a deprecated argument is removed',
    [[', upper: Boolean @deprecated(reason: "Do it yourself.")', '']],
  ],
  [
    'a type goes with the deprecated field that led to it',
    [[MONEY, ''], ['type Money { pence: Int }', '']],
  ],
  ['a field is added', [['wave: Wave', 'wave: Wave other: Int']]],
  ['a field is deprecated', [['wave: Wave\n', 'wave: Wave @deprecated(reason: "Old.")\n']]],
])('nothing breaks where %s', (_, pairs) => {
  expect(changed(...pairs)).toEqual([])
})

test.each<[string, [string, string][], string]>([
  ['a field is removed', [['wave: Wave\n', '']], 'Rollout.wave was removed.'],
  ['a value is removed', [['LAST', '']], 'LAST was removed from enum type Wave.'],
  ['an argument is removed', [['long: Boolean, ', '']], 'Rollout.name arg long was removed.'],
  [
    'a deprecated field changes its type',
    [[PLAN, PLAN.replace('String', 'Int')]],
    'Rollout.plan changed type from String to Int.',
  ],
  [
    'a type is removed that something else leads to',
    [[MONEY, ''], ['type Money { pence: Int }', '']],
    'Money was removed.',
  ],
  [
    'a field may be null',
    [['): String!', '): String']],
    'Rollout.name changed type from String! to String.',
  ],
  [
    'an argument must be given',
    [['name(', 'name(must: Int!, ']],
    'A required arg must on Rollout.name was added.',
  ],
])('a client breaks where %s', (name, pairs, said) => {
  const leadsToMoney = BEFORE.replace('wave: Wave\n', 'wave: Wave\n    cost: Money\n')
  const before = name.includes('something else') ? leadsToMoney : BEFORE
  const after = pairs.reduce((sdl, [from, to]) => sdl.replace(from, to), BEFORE)
  expect(breakingChanges(before, after)).toContain(said)
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-breaking-'))
  await cp('test/breaking.ts', join(folder, 'test/breaking.ts'))
  for (const name of ['breaking', 'accepted-breaks']) {
    await cp(`test/contract/${name}.ts`, join(folder, `test/contract/${name}.ts`))
  }
  for (const file of ['package.json', 'tsconfig.json']) await cp(file, join(folder, file))
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  writeContract(BEFORE)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const writeContract = (sdl: string): void => writeFileSync(join(folder, 'schema.graphql'), sdl)

const run = (command: string, ...args: string[]): { said: string; ok: boolean } => {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, GIT_CEILING_DIRECTORIES: tmpdir() }
  try {
    const options = { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' } as const
    return { said: execFileSync(command, args, options), ok: true }
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return { said: stdout + stderr, ok: false }
  }
}
const check = () => {
  const { 'check:breaking': script } = JSON.parse(readFileSync('package.json', 'utf8')).scripts
  const [command, ...args] = script.split(' ')
  return run(command, ...args)
}
const commit = () => {
  run('git', 'add', 'schema.graphql')
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  expect(run('git', ...who, 'commit', '--message', 'Change').ok).toBe(true)
}

test('the check compares with what was committed last, and says where there is nothing', () => {
  expect(check()).toEqual({
    said: 'There is no earlier schema.graphql in the history: nothing was compared.\n',
    ok: true,
  })
  run('git', 'init')
  commit()
  expect(check().said).toContain('nothing was compared')
  writeContract(BEFORE.replace(PLAN, ''))
  expect(check()).toEqual({ said: expect.stringContaining('nothing breaks'), ok: true })
  writeContract(BEFORE.replace('wave: Wave\n', ''))
  expect(check()).toEqual({
    said: expect.stringContaining('Rollout.wave was removed.'),
    ok: false,
  })
  commit()
  // Committed, it is no less a break.
  expect(check()).toEqual({
    said: expect.stringContaining('Rollout.wave was removed.'),
    ok: false,
  })
})
