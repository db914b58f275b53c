import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Receipts } from '../../api/access/receipts.js'
import { contextOf } from '../../api/http/request-context.js'
import { askRulings } from '../../api/rulings/ask-rulings.js'
import { receiptClaims } from '../../api/rulings/receipt.js'
import { build, runScript } from '../start/processes.js'
import { openWorld, partner, type World } from '../world/world.js'
import { keysIn, newKeyFile } from './keys.js'

const run = (args: string[], env: NodeJS.ProcessEnv) => runScript('receipt', env, args)

let world: World
const keyFile = newKeyFile()
const nowhere = join(tmpdir(), 'holdfast-receipts-none')
let receipt: string
beforeAll(async () => {
  await build()
  world = await openWorld('demonstration')
  const made = await run(['new-key'], { HOLDFAST_RECEIPT_KEY: keyFile })
  expect(made.out).toMatch(/^The key \S{43} signs from the next start on; 1 are published\.\n$/)
  const context = contextOf(world.maker, partner('EMIS'))
  const asked = { activity: 'UPLOAD', programme: 'SCR' } as const
  const [ruling] = askRulings(context, ['DEMO1513'], asked)
  receipt = await new Receipts(await keysIn(keyFile)).sign(receiptClaims(ruling!))
})
afterAll(() => world.close())

const SIGNED = `On 2010-04-22T08:00:00.000Z EMIS (PARTNER) asked holdfast-demonstration:
may DEMO1513 UPLOAD in SCR, now?
It answered REFUSE: SUSPENDED, S-1, good until 2010-04-22T09:00:00.000Z, by ledger entry`

test('where there is a database a receipt is verified against it as well', async () => {
  const environment = { HOLDFAST_RECEIPT_KEY: keyFile, DATABASE_URL: world.url }
  const { status, out, error } = await run(['verify', receipt], environment)
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toContain(SIGNED)
  expect(out).toMatch(/\nThe ledger was asked again, and answers the same\.\n$/)
})

test('elsewhere its signature alone is, from a file and with keys from a file', async () => {
  const file = join(dirname(keyFile), 'receipt.txt')
  const published = join(dirname(keyFile), 'jwks.json')
  writeFileSync(file, `${receipt}\n`)
  writeFileSync(published, JSON.stringify({ keys: (await keysIn(keyFile)).published }))
  const args = ['verify', file, '--keys', published]
  const { status, out, error } = await run(args, { HOLDFAST_DATA: nowhere })
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toMatch(/There is no ledger here to ask again; the signature alone was verified\.\n$/)
  expect(existsSync(nowhere)).toBe(false)
})

const REFUSED: [string, () => string, string[], RegExp][] = [
  ['a receipt that was changed', () => `${receipt.slice(0, -8)}AAAAAAAA`, [],
    /^The receipt does not hold: its signature does not fit what it says\.\n$/],
  ['what is no receipt', () => 'no receipt', [],
    /^That is neither a receipt nor a file that holds one\.\n$/],
  ['keys over plain HTTP', () => receipt, ['--keys', 'http://holdfast.example/jwks.json'],
    /^Keys are fetched over HTTPS only\.\n$/],
  ['a file of keys that holds none', () => receipt, ['--keys', 'package.json'],
    /^package\.json holds no JSON Web Key Set\.\n$/],
]

test.each(REFUSED)('%s is refused in one line', async (_, given, args, line) => {
  const environment = { HOLDFAST_RECEIPT_KEY: keyFile, HOLDFAST_DATA: nowhere }
  const { status, error } = await run(['verify', given(), ...args], environment)
  expect(status).toBe(1)
  expect(error).toMatch(line)
})

test('a file of keys that is broken is never written over', async () => {
  const broken = newKeyFile()
  writeFileSync(broken, '{ "keys": [] }')
  const { status, error } = await run(['new-key'], { HOLDFAST_RECEIPT_KEY: broken })
  expect(status).toBe(1)
  expect(error).toMatch(/has to be a JSON Web Key Set of P-256 keys\. Restore it/)
  expect(readFileSync(broken, 'utf8')).toBe('{ "keys": [] }')
})
