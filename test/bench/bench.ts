import { createDatabase } from '../world/world.js'
import { withDatabase } from '../gate/database.js'
import { askNewChild } from './child.js'
import type { FoldInput, FoldMeasured } from './fold.child.js'
import { measureHttp } from './http.js'
import { createLedger } from './ledger.js'
import { readPractices } from './practices.js'
import type { RulingsInput, RulingsMeasured } from './rulings.child.js'

/**
 * Measures Holdfast. What was measured is printed beside the goal and never asserted: only a wrong
 * answer fails. Every case runs in a process of its own; kinds that are compared take turns.
 */
const quick = process.argv.includes('--quick')
const ROUNDS = quick ? 3 : 7
const HTTP_ROUNDS = quick ? 1 : 5
const SECONDS = quick ? 1 : 3
const CHECKED = quick ? 200 : 500

const wrong: string[] = []
const say = (what: string, measured: string, goal = ''): void =>
  console.log(`${what.padEnd(52)} ${measured.padStart(18)}  ${goal}`)
const round = (number: number): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: number < 10 ? 2 : 0 })
const times = (ratio: number): string => `${round(ratio)} ×`

const sizes = [
  { copies: 1, suspensions: 1 },
  { copies: 1, suspensions: 10 },
  { copies: 1, suspensions: 100 },
  { copies: 1, suspensions: 1000 },
  { copies: 10, suspensions: 10 },
]

const measureRulings = async (): Promise<void> => {
  const { source } = readPractices()
  console.log(`\nRulings in process, a second, with all reasons (${source} practices)`)
  for (const size of sizes) {
    const input: RulingsInput = { ...size, rounds: ROUNDS, checked: CHECKED }
    const done = await askNewChild<RulingsMeasured>('./rulings.child.ts', 'rulings', input)
    wrong.push(...done.wrong)
    const name = `${round(done.practices)} practices, ${round(size.suspensions)} suspensions`
    const usual = size.copies === 1 && size.suspensions === 10
    say(`${name}: about now`, round(done.now))
    say(`${name}: any later moment`, round(done.later), usual ? 'goal 1,500,000' : '')
    say(`${name}: earlier moments`, round(done.earlier))
    say(`${name}: ÷ naive`, times(done.later / done.naive), usual ? 'goal 40 ×' : '')
    const once = `${round(done.firstColdMs)}, ${round(done.firstWarmMs)} ms`
    say(`${name}: all once, cold and warm`, once)
    say(`${name}: timelines`, `${round(done.timelinesMb)} MB`)
  }
}

const measureServer = async (folder: string): Promise<void> => {
  console.log('\nOver HTTP, 50 connections, every field of one ruling')
  const input = { url: await createDatabase('demonstration'), folder }
  const done = await measureHttp(input, HTTP_ROUNDS, SECONDS)
  wrong.push(...done.wrong)
  say('ruling, requests a second', round(done.ruling))
  say('ruling ÷ constant of its shape', times(done.ruling / done.constant), 'goal 0.9 ×')
  say('ruling ÷ bare node:http', times(done.ruling / done.bare), 'goal 0.3 ×')
  say(`${round(done.practices)} rulings in one request`, `${round(done.manyMs)} ms`)
  say('÷ JSON.stringify of them', times(done.manyMs / done.stringifyMs), 'goal at most 4 ×')
  say('the whole process, all England asked', `${round(done.memoryMb)} MB`, 'goal below 300 MB')
}

const measureFold = async (): Promise<void> => {
  console.log('\nThe ledger, folded from the database')
  for (const story of ['imported', 'after years'] as const) {
    const input: FoldInput = { url: await createLedger(story), rounds: ROUNDS }
    const done = await askNewChild<FoldMeasured>('./fold.child.ts', 'fold', input)
    wrong.push(...done.wrong)
    const name = `${round(done.entries)} entries`
    const per50k = (done.foldMs * 50_000) / done.entries
    say(`${name}: first, later`, `${round(done.firstMs)}, ${round(done.foldMs)} ms`)
    say(`${name}: for 50,000 of them`, `${round(per50k)} ms`, 'goal at most 500 ms')
    say(`${name}: read and left alone`, `${round(done.readMs)} ms`)
    say(`${name}: heap`, `${round(done.heapMb)} MB`)
  }
}

await withDatabase(async ({ url, folder }) => {
  process.env.HOLDFAST_TEST_DATABASE = url
  await measureRulings()
  await measureServer(folder)
  await measureFold()
})
for (const each of wrong.slice(0, 10)) console.error(`Wrong: ${each}`)
console.log(wrong.length === 0 ? '\nEvery answer checked was right.' : `\n${wrong.length} wrong.`)
process.exitCode = wrong.length === 0 ? 0 : 1
