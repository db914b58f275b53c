import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { BUDGETS } from '../../api/http/budgets.js'
import { LIMITS } from '../../api/http/limits.js'
import { BODY_BYTES_MAX } from '../../api/http/read-body.js'
import { RefusalCode } from '../../api/kernel/refusal.js'

const page = readFileSync('api/docs/http.md', 'utf8')
const cells = page.split('\n').filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const numberBeside = (what: RegExp): number =>
  Number(cells.find((row) => row.some((cell) => what.test(cell)))?.[2]?.replaceAll(',', ''))

test.each<[string, number, RegExp]>([
  ['bytes', BODY_BYTES_MAX, /^`REQUEST_TOO_LARGE`/],
  ['levels of a body', LIMITS.variablesDepth, /^`VARIABLES_TOO_DEEP`/],
  ['tokens', LIMITS.tokens, /^`QUERY_TOO_LONG`/],
  ['depth', LIMITS.depth, /^`QUERY_TOO_DEEP`/],
  ['aliases', LIMITS.aliases, /^`TOO_MANY_ALIASES`/],
  ['directives', LIMITS.directives, /^`TOO_MANY_DIRECTIVES`/],
  ['cost', LIMITS.cost, /^`QUERY_TOO_COSTLY`/],
  ['requests', BUDGETS.requests, /^`HOLDFAST_REQUESTS_A_MINUTE`/],
  ['anonymous requests', BUDGETS.anonymousRequests, /^`HOLDFAST_ANONYMOUS/],
  ['changes', BUDGETS.changes, /^`HOLDFAST_CHANGES/],
  ['previews', BUDGETS.previews, /^`HOLDFAST_PREVIEWS/],
])('the page about HTTP says how many %s there may be', (_, most, what) => {
  expect(numberBeside(what)).toBe(most)
})

test('every code on the page is one that is answered', () => {
  const APOLLOS = /^(GRAPHQL|BAD_USER|OPERATION_RES)/
  const named = [...page.matchAll(/`([A-Z]+_[A-Z_]+|BUSY)`/g)].map(([, code]) => code!)
  const ours = named.filter((code) => !APOLLOS.test(code) && !code.startsWith('HOLDFAST_'))
  expect(Object.keys(RefusalCode)).toEqual(expect.arrayContaining(ours))
  expect(ours.length).toBeGreaterThan(10)
})
