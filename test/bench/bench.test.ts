import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { atLeast, atMost, below } from './goal.js'

const bench = (...options: string[]) => {
  const flags = ['--import', '@swc-node/register/esm-register', 'test/bench/bench.ts', ...options]
  return spawnSync(process.execPath, flags, { encoding: 'utf8', env: { PATH: process.env.PATH } })
}

test('--help says what may be asked of the bench, and measures nothing', () => {
  const { stdout, status } = bench('--help')
  expect(status).toBe(0)
  expect(stdout).toMatch(/--quick .*\n.*--only <part>.*"rulings", "effects", "http"/)
  expect(stdout).not.toMatch(/goal at|takes about/)
})

test.each([['--fast'], ['--only=nothing']])('%s is refused before anything is begun', (option) => {
  const { stdout, stderr, status } = bench(option)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^error: .*(unknown option|Allowed choices are rulings, )/)
})

test.each([
  ['at the goal', atLeast(40, 40, '×'), 'goal at least 40 ×'],
  ['short of it', atLeast(40, 39.9, '×'), 'goal at least 40 ×: MISSES ITS GOAL'],
  ['no number at all', atLeast(1_500_000, NaN), 'goal at least 1,500,000: MISSES ITS GOAL'],
  ['as much as may be', atMost(100, 100, 'ms'), 'goal at most 100 ms'],
  ['more than may be', atMost(100, 100.1, 'ms'), 'goal at most 100 ms: MISSES ITS GOAL'],
  ['less than it has to be under', below(300, 299, 'MB'), 'goal below 300 MB'],
  ['what it has to be under', below(300, 300, 'MB'), 'goal below 300 MB: MISSES ITS GOAL'],
])('a figure that is %s is marked so', (_, goal, words) => expect(goal.words).toBe(words))
