import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createDatabase, dropDatabase } from '../world/world.js'
import { asOwner } from '../world/templates.js'

/** Runs the command in a process of its own, as `npm run verify` does. */
const run = async (environment: NodeJS.ProcessEnv) => {
  const node = ['--import', '@swc-node/register/esm-register', 'api/verify.ts']
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', ...environment }
  const child = spawn(process.execPath, node, { env })
  const [[status], out, error] = await Promise.all([
    once(child, 'exit'), text(child.stdout), text(child.stderr),
  ])
  return { status, out, error }
}

let url: string
beforeAll(async () => {
  url = await createDatabase('bodies')
})
afterAll(() => dropDatabase(url))

test('where all agrees it says how much, where the head is and what to do with it', async () => {
  const { status, out, error } = await run({ DATABASE_URL: url })
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const agree = /^\d+ entries and \d+ rows agree\. The head is entry \d+ of .* at .*: [0-9a-f]{64}\n/
  expect(out).toMatch(agree)
  expect(out.replace(agree, '')).toBe(
    'Keep this root elsewhere; npm run verify -- --head <root> compares with it.\n',
  )
})

test('a fault is one sentence that names the first row, and a failure', async () => {
  await asOwner(url, `UPDATE region SET name = 'Elsewhere' WHERE code = '5HQ'`)
  const { status, out, error } = await run({ DATABASE_URL: url })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(error).toMatch(
    /^Fault in region 5HQ: name is "Elsewhere" in the table, and "[^"]+" by ledger entry \d+\.\n$/,
  )
})

test('where there is no database none is made', async () => {
  const folder = join(tmpdir(), 'holdfast-verify-none')
  expect(await run({ HOLDFAST_DATA: folder })).toEqual({
    status: 1,
    out: '',
    error: `${folder} holds no ledger yet: the first npm start begins it.\n`,
  })
  expect(existsSync(folder)).toBe(false)
})
