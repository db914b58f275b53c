import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, runScript } from '../start/processes.js'
import { createDatabase, dropDatabase } from '../world/world.js'
import { asOwner } from '../world/templates.js'

let url: string
beforeAll(async () => {
  await build()
  url = await createDatabase('bodies')
})
afterAll(() => dropDatabase(url))

test('where all agrees it says how much, where the head is and what to do with it', async () => {
  const { status, out, error } = await runScript('verify', { DATABASE_URL: url })
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const agree = /^\d+ entries and \d+ rows agree\. The head is entry \d+ of .* at .*: [0-9a-f]{64}\n/
  expect(out).toMatch(agree)
  expect(out.replace(agree, '')).toBe(
    'Keep this root elsewhere; npm run verify -- --head <root> compares with it.\n',
  )
})

test('a fault is one sentence that names the first row, and a failure', async () => {
  await asOwner(url, `UPDATE region SET name = 'Elsewhere' WHERE code = '5HQ'`)
  const { status, out, error } = await runScript('verify', { DATABASE_URL: url })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(error).toMatch(
    /^Fault in region 5HQ: name is "Elsewhere" in the table, and "[^"]+" by ledger entry \d+\.\n$/,
  )
})

test('where there is no database none is made', async () => {
  const folder = join(tmpdir(), 'holdfast-verify-none')
  expect(await runScript('verify', { HOLDFAST_DATA: folder })).toEqual({
    status: 1,
    out: '',
    error: `${folder} holds no ledger yet: the first npm start begins it.\n`,
  })
  expect(existsSync(folder)).toBe(false)
})
