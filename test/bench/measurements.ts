import { createDatabase } from '../world/world.js'
import { askNewChild } from './child.js'
import type { EffectInput, EffectMeasured } from './effect.child.js'
import type { FoldInput, FoldMeasured } from './fold.child.js'
import { atLeast, atMost, below, NO_GOAL, type Goal } from './goal.js'
import { measureHttp } from './http.js'
import { createLedger } from './ledger.js'
import { interleave, median, taken } from './measure.js'
import { measureMemory } from './memory.js'
import { readOptions, type Part } from './options.js'
import { readPractices, readPublished } from './practices.js'
import type { ToldInput, ToldMeasured } from './told.child.js'
import type { RulingsInput, RulingsMeasured } from './rulings.child.js'

/**
 * What the bench measures, on the database that it was started for. What was measured is printed
 * beside the goal and never asserted: only a wrong answer fails. Every case runs in a process of
 * its own; kinds that are compared take turns.
 */
const { quick, only } = readOptions(process.argv)
const ROUNDS = quick ? 3 : 7
const HTTP_ROUNDS = quick ? 2 : 5
const SECONDS = quick ? 1 : 3
const CHECKED = quick ? 200 : 500

const wrong: string[] = []
const say = (what: string, measured: string, goal: Goal = NO_GOAL): void =>
  console.log(`${what.padEnd(52)} ${measured.padStart(18)}  ${goal.words}`.trimEnd())
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
    say(`${name}: any later moment`, round(done.later), usual ? atLeast(1_500_000, done.later) : NO_GOAL)
    say(`${name}: earlier moments`, round(done.earlier))
    const ratio = done.later / done.naive
    say(`${name}: ÷ naive`, times(ratio), usual ? atLeast(40, ratio, '×') : NO_GOAL)
    const once = `${round(done.firstColdMs)}, ${round(done.firstWarmMs)} ms`
    say(`${name}: all once, cold and warm`, once)
    say(`${name}: timelines`, `${round(done.timelinesMb)} MB`)
  }
}

const measureServer = async (folder: string): Promise<void> => {
  console.log('\nOver HTTP, 50 connections, every field of one ruling')
  const input = { url: await createDatabase('demonstration'), folder }
  const done = await measureHttp(input, { rounds: HTTP_ROUNDS, seconds: SECONDS })
  wrong.push(...done.wrong)
  for (const kind of ['ruling', 'constant', 'apollo', 'bare'] as const) {
    const { coreUs, aSecond } = done[kind]
    say(`${kind}: of a core each, and requests a second`, `${round(coreUs)} µs, ${round(aSecond)}`)
  }
  say('constant of its shape ÷ ruling', times(done.ofConstant), atLeast(0.9, done.ofConstant, '×'))
  say('Apollo with nothing to do ÷ ruling', times(done.ofApollo))
  say('bare node:http ÷ ruling', times(done.ofBare), atLeast(0.3, done.ofBare, '×'))
  const all = `${round(done.practices.length)} rulings in one request (${round(done.manyMb)} MB)`
  say(all, `${round(done.manyCoreMs)} ms`)
  say('÷ JSON.stringify of them', times(done.ofStringify), atMost(4, done.ofStringify, '×'))
  const memoryMb = await measureMemory(input, done.practices)
  say('the whole process, all England asked', `${round(memoryMb)} MB`, below(300, memoryMb, 'MB'))
}

const measureEffects = async (): Promise<void> => {
  console.log('\nThe effect of a change, over all recorded dates')
  const goalsMs: Readonly<Record<string, number>> = {
    'suspend England': 100, 'suspend London': 25, 'suspend Bolton': 5, 'move one practice': 1,
  }
  for (const suspensions of [10, 100]) {
    const input: EffectInput = { copies: 1, suspensions, rounds: ROUNDS }
    const done = await askNewChild<EffectMeasured[]>('./effect.child.ts', 'effects', input)
    for (const { name, firstMs, ms, turned } of done) {
      const what = `${name}, ${suspensions} suspensions (${round(turned)} turn)`
      const goalMs = suspensions === 10 ? goalsMs[name] : undefined
      const goal = goalMs === undefined ? NO_GOAL : atMost(goalMs, ms, 'ms')
      say(`${what}: first, later`, `${round(firstMs)}, ${round(ms)} ms`, goal)
    }
  }
}

const measureFold = async (): Promise<void> => {
  console.log('\nThe ledger, folded from the database')
  for (const story of ['imported', 'after years'] as const) {
    const input: FoldInput = { url: await createLedger(story), rounds: ROUNDS }
    const done = await askNewChild<FoldMeasured>('./fold.child.ts', 'fold', input)
    wrong.push(...done.wrong)
    const name = `${round(done.entries)} entries`
    const { first, fold, read } = done
    const per50k = (fold.ms * 50_000) / done.entries
    say(`${name}: first, later`, `${round(first.ms)}, ${round(fold.ms)} ms`)
    say(`${name}: for 50,000 of them`, `${round(per50k)} ms`, atMost(500, per50k, 'ms'))
    say(`${name}: read and left alone`, `${round(read.ms)} ms`)
    say(`${name}: heap`, `${round(done.heapMb)} MB`)
  }
}

const measureTelling = async (): Promise<void> => {
  console.log('\nFrom a suspension that was entered to a connected subscriber, at the median')
  const input: ToldInput = { url: await createDatabase('demonstration'), rounds: quick ? 10 : 20 }
  const done = await askNewChild<ToldMeasured>('./told.child.ts', 'told', input)
  say('of the process that entered it, once answered', `${round(done.sameMs)} ms`)
  say('of another process, once answered', `${round(done.otherMs)} ms`, below(100, done.otherMs, 'ms'))
  say('of another process, from asking for it', `${round(done.askedMs)} ms`)
}

const measureReading = async (): Promise<void> => {
  console.log('\nThe files of the Organisation Data Service, read')
  if (readPractices().source !== 'real') return console.log('They are not here.')
  const measured = await interleave(ROUNDS, { read: () => taken(readPublished) })
  const coreMs = median(measured.map(({ read }) => read.coreMs))
  say(`${round(readPublished().length)} practices: of a core`, `${round(coreMs)} ms`)
}

const { HOLDFAST_BENCH_FOLDER: folder = '' } = process.env
const parts: Record<Part, () => Promise<void>> = {
  rulings: measureRulings,
  effects: measureEffects,
  http: () => measureServer(folder),
  fold: measureFold,
  files: measureReading,
  told: measureTelling,
}
for (const [name, part] of Object.entries(parts)) if (!only || only === name) await part()
for (const each of wrong.slice(0, 10)) console.error(`Wrong: ${each}`)
console.log(wrong.length === 0 ? '\nEvery answer checked was right.' : `\n${wrong.length} wrong.`)
process.exitCode = wrong.length === 0 ? 0 : 1
